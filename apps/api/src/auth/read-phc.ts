/** What an argon2 hash says of itself. */
export type Phc = {
  algorithm: "argon2id" | "argon2i" | "argon2d";
  /** In KiB. */
  memory: number;
  passes: number;
  parallelism: number;
  salt: Buffer;
  hash: Buffer;
};

/**
 * What a stored hash may ask of this process. Hashes also come from a database somebody else filled, and whoever can
 * plant one must not be able to stop the server with sign-ins.
 */
export const phcLimits = {
  /** KiB: twice the predecessor's 64 MiB. Node hashes four at a time, so half a gigabyte at the worst. */
  memory: 131_072,
  /** Of that much memory about a second; the predecessor's are three. */
  passes: 10,
  /** Lanes are worked off one after another and cost nothing of their own; nobody has written more than these. */
  parallelism: 16,
  /** Bytes. Below eight argon2 itself refuses; beyond 64 nobody goes. */
  salt: { min: 8, max: 64 },
  /** Bytes. One of four, which argon2 allows, would be hit by chance now and then. */
  hash: { min: 16, max: 64 },
  /** Characters: all of the above written out, with room to spare. */
  text: 300,
} as const;

const shape = /^\$(argon2(?:id|i|d))(?:\$v=19)?\$([a-z0-9=,]+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/**
 * Reads a PHC string (`$argon2id$v=19$m=…,t=…,p=…$salt$hash`), its parameters in any order; `null` for one that cannot
 * be read or asks for more than `phcLimits`. Without `v=` it is taken for 19: strictly it would be 16, which Node cannot
 * compute, and today's libraries that leave it out mean 19.
 */
export function readPhc(text: string): Phc | null {
  const [, algorithm, parameters, salt, hash] = (text.length <= phcLimits.text && shape.exec(text)) || [];
  if (!algorithm || !parameters || !salt || !hash) return null;
  const cost = readCost(parameters);
  if (!cost) return null;
  const phc = { ...cost, salt: Buffer.from(salt, "base64"), hash: Buffer.from(hash, "base64") };
  if (!isWithin(phc.salt.length, phcLimits.salt) || !isWithin(phc.hash.length, phcLimits.hash)) return null;
  return { algorithm: algorithm as Phc["algorithm"], ...phc };
}

function readCost(parameters: string): Pick<Phc, "memory" | "passes" | "parallelism"> | null {
  const pairs = parameters.split(",").map((pair) => /^([mtp])=([1-9]\d{0,9})$/.exec(pair));
  const values = new Map(pairs.map((pair) => [pair?.[1], Number(pair?.[2])]));
  const [memory, passes, parallelism] = [values.get("m"), values.get("t"), values.get("p")];
  if (pairs.length !== 3 || !memory || !passes || !parallelism) return null;
  // Argon2 needs eight blocks a lane.
  if (!isWithin(memory, { min: 8 * parallelism, max: phcLimits.memory })) return null;
  return passes <= phcLimits.passes && parallelism <= phcLimits.parallelism ? { memory, passes, parallelism } : null;
}

function isWithin(value: number, { min, max }: { min: number; max: number }): boolean {
  return value >= min && value <= max;
}
