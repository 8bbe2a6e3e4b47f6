import { hash, randomBytes } from "node:crypto";

/** Tells what it is to whoever finds it, and to programs that look for leaked secrets. */
const mark = "pkb_";
/** Of a secret, to be told apart by: the mark and 30 of its 256 bits. */
const shownLength = mark.length + 5;

/** A new secret of 256 bits, and what is kept of it. */
export function newTokenSecret(): { secret: string; prefix: string; sha256: string } {
  const secret = mark + randomBytes(32).toString("base64url");
  return { secret, prefix: secret.slice(0, shownLength), sha256: hashOfSecret(secret) };
}

/** Under what a secret is found. A lookup by hash takes as long for a nearly right one as for any other. */
export function hashOfSecret(secret: string): string {
  return hash("sha256", secret);
}
