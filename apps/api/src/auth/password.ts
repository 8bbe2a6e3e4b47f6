import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { type Phc, readPhc } from "./read-phc.ts";

const argon2Async = promisify(argon2);

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; about 30 ms here and dear for a graphics card. */
const cost = { algorithm: "argon2id", memory: 19_456, passes: 2, parallelism: 1 } as const;
const saltBytes = 16;
const hashBytes = 32;
const ownPrefix = `$${cost.algorithm}$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$`;

async function derive(
  password: string,
  { algorithm, memory, passes, parallelism, salt }: Omit<Phc, "hash">,
  length: number,
): Promise<Buffer> {
  const message = Buffer.from(password, "utf8");
  return argon2Async(algorithm, { message, nonce: salt, memory, passes, parallelism, tagLength: length });
}

function encode(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}

/** The same password typed on two systems may arrive composed in two ways. */
function normal(password: string): string {
  return password.normalize("NFKC");
}

/** The password as a PHC string (`$argon2id$v=19$m=…`): parameters travel along, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  return `${ownPrefix}${encode(salt)}$${encode(await derive(normal(password), { ...cost, salt }, hashBytes))}`;
}

/** Whether a hash is as `hashPassword` makes them today; another one is the predecessor's, or of another cost. */
export function isOwnHash(hash: string): boolean {
  return hash.startsWith(ownPrefix);
}

/**
 * True when the password gives this hash; false, never an error, for a hash that cannot be read. The predecessor hashed
 * what was typed as it was, so that is tried too; not with a hash of ours, where a second try would tell a known address
 * from an unknown one by the time it takes.
 */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const phc = readPhc(hash);
  if (!phc) {
    // As long as an unknown address takes.
    await hashPassword(password);
    return false;
  }
  const isHashOf = async (form: string) => timingSafeEqual(await derive(form, phc, phc.hash.length), phc.hash);
  if (await isHashOf(normal(password))) return true;
  return !isOwnHash(hash) && password !== normal(password) && isHashOf(password);
}
