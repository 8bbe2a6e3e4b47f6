// Letters that no decomposition takes apart.
const plain: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i", þ: "th" };

/** Text for comparing: case and accents do not matter. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[øłđßæœıþ]/gu, (letter) => plain[letter] ?? letter);
}
