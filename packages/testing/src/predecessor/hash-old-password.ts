import { argon2Sync, createHash } from "node:crypto";

const cost = { memory: 65_536, passes: 3, parallelism: 4 };

/** The hash the predecessor stored: argon2id as a PHC string, of the password exactly as it was typed. */
export function hashOldPassword(password: string, seed: number): string {
  // Salted from the seed, so that the same seed gives the same content.
  const nonce = createHash("sha256").update(`${seed} ${password}`).digest().subarray(0, 16);
  const hash = argon2Sync("argon2id", { message: Buffer.from(password, "utf8"), nonce, tagLength: 32, ...cost });
  const written = [nonce, hash].map((bytes) => bytes.toString("base64").replaceAll("=", ""));
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${written.join("$")}`;
}
