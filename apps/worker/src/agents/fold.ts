const marks = /\p{M}/gu;

/**
 * Lower case without accents, so that "Décembre", "decembre" and "DÉCEMBRE" are one word; every character keeps its
 * offset.
 */
export function fold(text: string): string {
  // Nearly all captures are plain; the rest is folded letter by letter, as some letters grow when they lose their case.
  if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase();
  return text.replace(/\P{ASCII}/gu, foldLetter).toLowerCase();
}

function foldLetter(letter: string): string {
  if (letter === "ł" || letter === "Ł") return "l";
  if (letter === "’") return "'";
  const plain = letter.normalize("NFD").replace(marks, "");
  return plain.length === letter.length && plain.toLowerCase().length === letter.length ? plain : keep(letter);
}

/** A mark of its own, or a letter whose folded form has another length. */
function keep(letter: string): string {
  return letter.toLowerCase().length === letter.length ? letter : "?".repeat(letter.length);
}
