import { hash } from "node:crypto";

/** The id that always follows from the same words: a UUID of version 8, made of their SHA-256. */
export function deriveId(...words: readonly string[]): string {
  const hex = hash("sha256", JSON.stringify(words));
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
