const ALIASES: Record<string, string> = {
  int2: "smallint",
  int: "integer",
  int4: "integer",
  decimal: "numeric",
};

/** Types whose first number in parentheses is a limit that may grow, the second staying as it is. */
const GROWING = new Set(["varchar", "numeric", "timestamptz", "timestamp", "time"]);

/**
 * True when every value of the old type is one of the new, and looks the same to who reads and writes it as the old. An
 * integer made a bigint is not: it arrives as text.
 */
export function isWidening(from: string, to: string): boolean {
  const before = readType(from);
  const after = readType(to);
  if (before.rest !== after.rest || before.rest !== "") return false;
  if (before.name === after.name) {
    if (before.limit === after.limit && before.scale === after.scale) return true;
    if (!GROWING.has(before.name) || before.limit === undefined) return false;
    return after.limit === undefined || (after.limit >= before.limit && after.scale === before.scale);
  }
  if (before.name === "varchar") return after.name === "text";
  return before.name === "smallint" && after.name === "integer";
}

function readType(words: string) {
  const plain = words
    .toLowerCase()
    .trim()
    .replace(/^character varying/, "varchar");
  const found = /^(\w+)(?:\((\d+)(?:, ?(\d+))?\))?( .*)?$/.exec(plain);
  const [, name = "", limit, scale, rest = ""] = found ?? [];
  const number = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits));
  return { name: ALIASES[name] ?? name, limit: number(limit), scale: number(scale), rest: found ? rest : words };
}
