/** A line of the set: its first fields by position, the others by name. */
export type Line = { head: string[]; fields: Map<string, string> };

/** The lines that say something, each split into `heads` fields without a name and the named ones. */
export function readLines(text: string, heads: number): Line[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => readLine(line, heads));
}

/** @throws Error when a field has no name or comes twice. */
function readLine(line: string, heads: number): Line {
  const parts = line.split(" | ").map((part) => part.trim());
  const fields = new Map<string, string>();
  for (const part of parts.slice(heads)) {
    const [, name = "", value = ""] = /^([a-z-]+\??)=(.*)$/.exec(part) ?? [];
    if (name === "" || fields.has(name)) throw new Error(`Not a field, or twice: "${part}" in "${line}"`);
    fields.set(name, value.replaceAll("\\n", "\n"));
  }
  return { head: parts.slice(0, heads), fields };
}

/** Fields nobody reads are misspelt. @throws Error */
export function refuseUnknownFields({ head, fields }: Line, known: readonly string[]): void {
  for (const name of fields.keys())
    if (!known.includes(name.replace("?", ""))) throw new Error(`Unknown field "${name}" of "${head.join(" | ")}"`);
}
