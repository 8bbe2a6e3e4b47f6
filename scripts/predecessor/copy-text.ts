const written: Record<string, string> = {
  ...{ "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f", "\v": "\\v" },
};
// Written as escapes: control characters in a pattern are mostly mistakes.
const special = new RegExp(`[${Object.values(written).join("")}]`, "gu");
const meant = new Map(Object.entries(written).map(([plain, escaped]) => [escaped, plain]));

/** A text as PostgreSQL writes it with COPY: what would end a field or a line is escaped. */
export function copyText(text: string): string {
  return text.replaceAll(special, (character) => written[character]!);
}

/** The text that was written so. */
export function plainText(copied: string): string {
  return copied.replaceAll(/\\./gu, (escaped) => meant.get(escaped) ?? escaped);
}
