import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const argon2Async = promisify(argon2);

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane; about 30 ms here and dear for a graphics card. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const saltBytes = 16;
const hashBytes = 32;

type Cost = typeof cost;

async function derive(
  password: string,
  salt: Buffer,
  { memory, passes, parallelism }: Cost,
  length: number,
): Promise<Buffer> {
  // The same password typed on two systems may arrive composed in two ways.
  const message = Buffer.from(password.normalize("NFKC"), "utf8");
  return argon2Async("argon2id", { message, nonce: salt, memory, passes, parallelism, tagLength: length });
}

function encode(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}

/** The password as a PHC string (`$argon2id$v=19$m=…`): parameters travel along, so that they can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes);
  const hash = await derive(password, salt, cost, hashBytes);
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${encode(salt)}$${encode(hash)}`;
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** True when the password gives this hash; false, never an error, for a hash that cannot be read. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const [, memory, passes, parallelism, salt, expected] = phc.exec(hash) ?? [];
  if (!memory || !passes || !parallelism || !salt || !expected) return false;
  const wanted = Buffer.from(expected, "base64");
  const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const given = await derive(password, Buffer.from(salt, "base64"), parameters, wanted.length);
  return timingSafeEqual(given, wanted);
}
