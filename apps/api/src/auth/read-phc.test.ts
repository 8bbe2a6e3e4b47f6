import { expect, test } from "vitest";
import { phcLimits, readPhc } from "./read-phc.ts";

const [salt, hash] = [16, 32].map((bytes) => Buffer.alloc(bytes, 7).toString("base64").replaceAll("=", ""));
const phcOf = (parameters: string) => `$argon2id$v=19$${parameters}$${salt}$${hash}`;
const bytes = (count: number) => Buffer.alloc(count, 7).toString("base64").replaceAll("=", "");

test.each(["m=65536,t=3,p=4", "m=65536,p=4,t=3", "p=4,t=3,m=65536"])(
  "the parameters are read in any order: %s",
  (parameters) => {
    expect(readPhc(phcOf(parameters))).toEqual({
      algorithm: "argon2id",
      memory: 65_536,
      passes: 3,
      parallelism: 4,
      salt: Buffer.alloc(16, 7),
      hash: Buffer.alloc(32, 7),
    });
  },
);

test("the limits themselves are within them", () => {
  const { memory, passes, parallelism } = phcLimits;
  const largest = `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${bytes(64)}$${bytes(64)}`;
  expect(readPhc(largest)).toMatchObject({ memory, passes, parallelism });
  expect(readPhc(`$argon2id$m=8,t=1,p=1$${bytes(8)}$${bytes(16)}`)).toMatchObject({ memory: 8 });
});

test.each([
  ["more memory", phcOf(`m=${phcLimits.memory + 1},t=3,p=4`)],
  ["more memory than a number holds", phcOf(`m=${"9".repeat(40)},t=3,p=4`)],
  ["too little memory for its lanes", phcOf("m=31,t=3,p=4")],
  ["more passes", phcOf(`m=65536,t=${phcLimits.passes + 1},p=4`)],
  ["more lanes", phcOf(`m=65536,t=3,p=${phcLimits.parallelism + 1}`)],
  ["no passes", phcOf("m=65536,t=0,p=4")],
  ["a shorter salt", `$argon2id$v=19$m=65536,t=3,p=4$${bytes(7)}$${hash}`],
  ["a longer salt", `$argon2id$v=19$m=65536,t=3,p=4$${bytes(65)}$${hash}`],
  ["a shorter hash", `$argon2id$v=19$m=65536,t=3,p=4$${salt}$${bytes(4)}`],
  ["a longer hash", `$argon2id$v=19$m=65536,t=3,p=4$${salt}$${bytes(65)}`],
  ["an endless hash", phcOf("m=65536,t=3,p=4") + "A".repeat(1_000_000)],
])("%s than allowed is not read", (_name, text) => {
  expect(readPhc(text)).toBeNull();
});

test.each([
  ["a parameter twice", phcOf("m=65536,m=65536,t=3")],
  ["a parameter too few", phcOf("m=65536,t=3")],
  ["a parameter too many", phcOf("m=65536,t=3,p=4,x=1")],
  ["a negative parameter", phcOf("m=-65536,t=3,p=4")],
  ["a fraction", phcOf("m=65536,t=3.5,p=4")],
  ["another spelling of a number", phcOf("m=065536,t=3,p=4")],
  ["a version Node cannot compute", phcOf("m=65536,t=3,p=4").replace("v=19", "v=16")],
  ["another algorithm", phcOf("m=65536,t=3,p=4").replace("argon2id", "argon2x")],
  ["something in front", ` ${phcOf("m=65536,t=3,p=4")}`],
  ["a line more", `${phcOf("m=65536,t=3,p=4")}\n`],
])("%s is not read", (_name, text) => {
  expect(readPhc(text)).toBeNull();
});
