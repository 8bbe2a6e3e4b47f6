import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password.ts";

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

test.each(["", "plain", "$2b$10$abcdefghijklmnopqrstuv", "$argon2id$v=19$m=1,t=1$x$y"])(
  "a hash that cannot be read (%j) accepts nothing",
  async (hash) => {
    expect(await verifyPassword({ hash, password: "anything at all" })).toBe(false);
  },
);
