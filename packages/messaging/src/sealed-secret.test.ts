import { expect, test } from "vitest";
import { openSecret, sealSecret } from "./sealed-secret.ts";

const key = "a key of at least thirty-two signs, as it should be";

test("a secret opens with its key, for what it was sealed for, and looks different every time", () => {
  const sealed = sealSecret(key, "mailbox 1", "pässword");
  expect(openSecret(key, "mailbox 1", sealed)).toBe("pässword");
  expect(sealSecret(key, "mailbox 1", "pässword")).not.toBe(sealed);
  expect(sealed).not.toContain("ssword");
});

test("with another key, for something else, or changed anywhere, it stays shut", () => {
  const sealed = sealSecret(key, "mailbox 1", "password");
  expect(openSecret(`${key}!`, "mailbox 1", sealed)).toBeNull();
  expect(openSecret(key, "mailbox 2", sealed)).toBeNull();
  const bytes = Buffer.from(sealed.slice(3), "base64url");
  for (let place = 0; place < bytes.length; place++) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
    expect(openSecret(key, "mailbox 1", `v1.${changed.toString("base64url")}`)).toBeNull();
  }
  for (const other of ["", "v1.", "v1.AAAA", "v2" + sealed.slice(2), "password"])
    expect(openSecret(key, "mailbox 1", other)).toBeNull();
});
