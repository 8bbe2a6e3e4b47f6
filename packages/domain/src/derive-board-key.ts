const longestDerived = 4;
const fallback = "BOARD";

/** Plain capital letters and digits of a text; letters of other scripts fall away. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, "");
}

/**
 * A key for a board's tasks from its name: its first letters (`Home` → `HOME`), or the initials where the name has
 * several words (`Rowing club` → `RC`). Always a valid key; `taken` ones get a number.
 */
export function deriveBoardKey(name: string, taken: ReadonlySet<string> = new Set()): string {
  const words = name
    .split(/[\s\-_/&]+/u)
    .map(plain)
    .filter(Boolean);
  const raw = words.length > 1 ? words.map((word) => word.charAt(0)).join("") : (words[0] ?? "");
  const base = raw.replace(/^[0-9]+/u, "").slice(0, longestDerived) || fallback;
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base}${number}`;
  return key;
}
