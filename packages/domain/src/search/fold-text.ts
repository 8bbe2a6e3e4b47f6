/** A text as it is compared, and where each of its characters came from. */
export type Folded = {
  text: string;
  /** For every UTF-16 unit of `text`, the place in the original it stands for; one more at the end. */
  origin: readonly number[];
};

// What has no accent to take off. The same as search_fold in the database, or the two would find different tasks.
const plain: Readonly<Record<string, string>> = {
  ...{ ø: "o", ł: "l", đ: "d", ħ: "h", ŧ: "t", ı: "i", ð: "d" },
  ...{ ß: "ss", æ: "ae", œ: "oe", þ: "th" },
};

const accents = /[\u0300-\u036f]/gu;
const between = /[^\p{Alphabetic}0-9]+/gu;

function foldCharacter(character: string): string {
  const small = character.normalize("NFD").replace(accents, "").toLowerCase().replace(accents, "");
  return plain[small] ?? small;
}

/** Folds a text: small letters, no accents. Signs stay, so that places can be told. */
export function foldWithOrigin(text: string): Folded {
  let folded = "";
  const origin: number[] = [];
  let at = 0;
  for (const character of text) {
    const small = foldCharacter(character);
    for (let unit = 0; unit < small.length; unit++) origin.push(at);
    folded += small;
    at += character.length;
  }
  origin.push(text.length);
  return { text: folded, origin };
}

/** Folds a text for comparing: small letters, no accents, words with one space between. */
export function foldText(text: string): string {
  const small = text.normalize("NFD").replace(accents, "").toLowerCase().replace(accents, "");
  return small
    .replaceAll(/[øłđħŧıðßæœþ]/gu, (letter) => plain[letter] ?? letter)
    .replaceAll(between, " ")
    .trim();
}
