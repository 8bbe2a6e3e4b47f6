const units = ["kB", "MB", "GB"];

/** A size as people say it: three digits at most say something. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  let value = bytes;
  let unit = "";
  for (const next of units) {
    if (value < 999.5) break;
    value /= 1_000;
    unit = next;
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

const names: Readonly<Record<string, string>> = {
  "application/octet-stream": "File",
  "text/plain": "Text",
  "image/jpeg": "JPEG",
  "video/quicktime": "QuickTime",
  "audio/mpeg": "MP3",
};

/** A type as people say it. */
export function fileKind(type: string): string {
  return names[type] ?? (type.split("/")[1] ?? type).toUpperCase();
}
