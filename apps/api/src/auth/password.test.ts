import { expect, test } from "vitest";
import { predecessorHash } from "../testing/predecessor-hash.ts";
import { hashPassword, isOwnHash, verifyPassword } from "./password.ts";

test("a password is accepted with its own hash and no other", async () => {
  const hash = await hashPassword("correct horse battery");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword({ hash, password: "correct horse battery" })).toBe(true);
  expect(await verifyPassword({ hash, password: "correct horse batterz" })).toBe(false);
});

test("two hashes of one password differ", async () => {
  expect(await hashPassword("the same password")).not.toBe(await hashPassword("the same password"));
});

test("composed and decomposed letters are the same password", async () => {
  const hash = await hashPassword("Bl\u00fcmchenkaffee");
  expect(await verifyPassword({ hash, password: "Blu\u0308mchenkaffee" })).toBe(true);
});

/** Written by the library the predecessor hashed with, and by argon2's own authors. */
const written = [
  ["short", "$argon2id$v=19$m=65536,p=4,t=3$lDazXsvxGmqOmQq8K89Big$Hc2n3oVhovJDZq2KspfHglFp+rlbnYiruXw5jvprD3s"],
  [
    "\ufb01sh market",
    "$argon2id$v=19$m=65536,p=4,t=3$39tOz6CDgUIxcc67hHf+zA$dWUq2uBkbFSk4uNVZVvGRbamjh0J25/1BHxVnJEyOi4",
  ],
  ["old secret", "$argon2i$v=19$m=65536,p=4,t=3$w8Ei0T/ZbjvsoN+FYBev0A$PfLkpefetQgdWmHqkQDoDaY5KgaUSbG1h9Y8SRV4xlE"],
  ["old secret", "$argon2d$v=19$m=65536,p=4,t=3$PdGfcrlTK051b6oR9pPRMg$bSMgpbS8NEq4+tP/++/Cr/mlAAfHrvOo8EepqepCpJ0"],
  ["password", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"],
] as const;

test.each(written)("the predecessor's password %j is accepted with the hash it left", async (password, hash) => {
  expect(await verifyPassword({ hash, password })).toBe(true);
  expect(await verifyPassword({ hash, password: `${password}!` })).toBe(false);
  expect(isOwnHash(hash)).toBe(false);
});

test.each(["argon2id", "argon2i", "argon2d"])("%s is read, also where the version is left out", async (algorithm) => {
  const hash = predecessorHash("correct horse", { algorithm, memory: 64, parallelism: 1 });
  expect(await verifyPassword({ hash, password: "correct horse" })).toBe(true);
  expect(await verifyPassword({ hash: hash.replace("$v=19", ""), password: "correct horse" })).toBe(true);
  expect(await verifyPassword({ hash, password: "correct house" })).toBe(false);
});

test("a predecessor's hash takes what was typed, as it was or in its normal form", async () => {
  const raw = predecessorHash("of\ufb01ce", { memory: 64 });
  expect(await verifyPassword({ hash: raw, password: "of\ufb01ce" })).toBe(true);
  expect(await verifyPassword({ hash: raw, password: "office" })).toBe(false);
  const normal = predecessorHash("office", { memory: 64 });
  expect(await verifyPassword({ hash: normal, password: "of\ufb01ce" })).toBe(true);
});

test("a hash of ours takes the normal form alone, in one try", async () => {
  const own = { memory: 19_456, passes: 2, parallelism: 1 };
  const hash = predecessorHash("of\ufb01ce", own);
  expect(isOwnHash(hash)).toBe(true);
  expect(await verifyPassword({ hash, password: "of\ufb01ce" })).toBe(false);
  expect(await verifyPassword({ hash: await hashPassword("of\ufb01ce"), password: "office" })).toBe(true);
});

const beyond = predecessorHash("anything at all").replace("m=65536", "m=4194304");

test.each(["", "plain", "$2b$10$abcdefghijklmnopqrstuv", "$argon2id$v=19$m=1,t=1$x$y", beyond])(
  "a hash that cannot be read (%j) accepts nothing",
  async (hash) => {
    expect(await verifyPassword({ hash, password: "anything at all" })).toBe(false);
  },
);
