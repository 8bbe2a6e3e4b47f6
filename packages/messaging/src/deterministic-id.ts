import { createHash } from "node:crypto";

/**
 * The id of what `cause` leads to under a name: a version 5 UUID, so that doing the same again makes the same id and
 * the database can tell.
 */
export function deterministicId(cause: string, name: string): string {
  const hash = createHash("sha1")
    .update(Buffer.from(cause.replaceAll("-", ""), "hex"))
    .update(name)
    .digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString("hex", 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
