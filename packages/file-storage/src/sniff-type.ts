import { unknownType } from "@kanban/domain/file-type";

/** Bytes a type is told by; those of text are looked at, too. */
export const sniffedBytes = 4_096;

type Signature = { type: string; at?: number; bytes: string };

/** What files of a type begin with, as Latin-1 text. */
const signatures: readonly Signature[] = [
  { type: "image/png", bytes: "\x89PNG\r\n\x1a\n" },
  { type: "image/jpeg", bytes: "\xff\xd8\xff" },
  { type: "image/gif", bytes: "GIF87a" },
  { type: "image/gif", bytes: "GIF89a" },
  { type: "application/pdf", bytes: "%PDF-" },
  { type: "application/zip", bytes: "PK\x03\x04" },
  { type: "application/gzip", bytes: "\x1f\x8b" },
  { type: "audio/mpeg", bytes: "ID3" },
  { type: "audio/ogg", bytes: "OggS" },
  { type: "audio/flac", bytes: "fLaC" },
  { type: "video/webm", bytes: "\x1a\x45\xdf\xa3" },
];

/** Brands of ISO media files, which all begin alike. */
const brands: Readonly<Record<string, string>> = {
  avif: "image/avif",
  avis: "image/avif",
  heic: "image/heic",
  heix: "image/heic",
  mif1: "image/heic",
  "qt  ": "video/quicktime",
  "M4A ": "audio/mp4",
};

/**
 * A file's type by its first bytes; what its sender says, by name or by header, counts for nothing. Markup of any kind
 * is text: no browser is ever told that it could show it.
 */
export function sniffType(head: Uint8Array): string {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, sniffedBytes)).toString("latin1");
  const known = signatures.find(({ bytes, at = 0 }) => text.startsWith(bytes, at));
  if (known) return known.type;
  if (text.startsWith("RIFF")) return riffType(text.slice(8, 12));
  if (text.slice(4, 8) === "ftyp") return brands[text.slice(8, 12)] ?? "video/mp4";
  return isText(head.subarray(0, sniffedBytes)) ? "text/plain" : unknownType;
}

function riffType(form: string): string {
  return { WEBP: "image/webp", WAVE: "audio/wav" }[form] ?? unknownType;
}

/** UTF-8 without control characters; the last character may be cut in half. */
function isText(head: Uint8Array): boolean {
  if (head.byteLength === 0) return false;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: head.byteLength >= sniffedBytes });
    // oxlint-disable-next-line no-control-regex -- Control characters are what it looks for.
    return !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
  } catch {
    return false;
  }
}
