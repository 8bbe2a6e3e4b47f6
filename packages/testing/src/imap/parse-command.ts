/** An argument as it came: a word, a text in quotes or a literal, or a list of those. */
export type Argument = string | Argument[];

/** One command of a client, its literals put in their places. */
export type Command = { tag: string; name: string; arguments: Argument[] };

/** A line that ends like that goes on with so many bytes; sends `+` first. */
export const literalAtEnd = /\{(\d+)\}$/;

/** Reads a command from its pieces: text, literal, text, literal, … */
export function parseCommand(pieces: readonly string[]): Command {
  const tokens = pieces.flatMap((piece, index) => (index % 2 === 1 ? [{ text: piece }] : tokensOf(piece)));
  const [tag = "*", first = "", ...rest] = nest(tokens);
  const isUid = String(first).toUpperCase() === "UID";
  const name = (isUid ? `UID ${String(rest.shift() ?? "")}` : String(first)).toUpperCase();
  return { tag: String(tag), name, arguments: rest };
}

type Token = { text: string } | "(" | ")";

function tokensOf(piece: string): Token[] {
  // Sections have brackets with spaces in them: BODY.PEEK[HEADER.FIELDS (SUBJECT)]<0.100>
  const words = /"((?:[^"\\]|\\.)*)"|([()])|((?:[^\s()"[\]]|\[[^\]]*\])+)/g;
  return [...piece.replace(literalAtEnd, "").matchAll(words)].map(([, quoted, bracket, word]): Token => {
    if (bracket === "(" || bracket === ")") return bracket;
    return { text: word ?? (quoted ?? "").replace(/\\(.)/g, "$1") };
  });
}

function nest(tokens: Token[]): Argument[] {
  const lists: Argument[][] = [[]];
  for (const token of tokens) {
    if (token === "(") lists.push([]);
    else if (token === ")") {
      const closed = lists.pop()!;
      lists.at(-1)?.push(closed);
    } else lists.at(-1)!.push(token.text);
  }
  return lists[0]!;
}
