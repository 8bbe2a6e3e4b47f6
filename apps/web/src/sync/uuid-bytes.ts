/** A UUID version 7 of a time (milliseconds since 1970) and ten bytes, the first twelve bits of which order ids of one millisecond. */
export function bytesToUuid(timeMs: number, tail: Uint8Array): string {
  const time = timeMs.toString(16).padStart(12, "0");
  const rest = Array.from(tail, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = "89ab"[(tail[2] ?? 0) >> 6] ?? "8";
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(5, 8)}-${rest.slice(8, 20)}`;
}
