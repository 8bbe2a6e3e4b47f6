import type { ByteRange } from "@kanban/file-storage/file-storage";

/**
 * The part of `size` bytes a `Range` header asks for: `null` for all of them, also when it asks in a way that need not
 * be understood (several parts, other units); "none" when there is no such part.
 */
export function readRange(header: string | undefined, size: number): ByteRange | null | "none" {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "");
  if (!match || match[0] === "bytes=-") return null;
  const [, first = "", last = ""] = match;
  if (first === "") {
    const length = Math.min(Number(last), size);
    return length === 0 ? "none" : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== "" && Number(last) < start) return null;
  return start >= size ? "none" : { start, end };
}
