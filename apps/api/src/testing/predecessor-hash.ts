import { argon2Sync, randomBytes } from "node:crypto";

const predecessor = { algorithm: "argon2id", memory: 65_536, passes: 3, parallelism: 4, saltBytes: 16, hashBytes: 32 };

/** A hash as the predecessor made them: of the password as it was typed. `changes` makes others of its kind. */
export function predecessorHash(password: string, changes: Partial<typeof predecessor> = {}): string {
  const { algorithm, memory, passes, parallelism, saltBytes, hashBytes } = { ...predecessor, ...changes };
  const nonce = randomBytes(saltBytes);
  const costs = { memory, passes, parallelism, tagLength: hashBytes };
  const hash = argon2Sync(algorithm as "argon2id", { message: Buffer.from(password, "utf8"), nonce, ...costs });
  const [salt, tag] = [nonce, hash].map((bytes) => bytes.toString("base64").replaceAll("=", ""));
  return `$${algorithm}$v=19$m=${memory},t=${passes},p=${parallelism}$${salt}$${tag}`;
}
