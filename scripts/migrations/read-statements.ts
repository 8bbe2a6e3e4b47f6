/** One statement as PostgreSQL would see it: no comments, single spaces, string constants emptied, bodies as `$$`. */
export type Statement = { line: number; text: string };

/** In this order: a comment or a quote hides whatever stands in it. */
const TOKEN = new RegExp(
  [
    String.raw`(?<blank>\s+|--[^\n]*)`,
    String.raw`(?<comment>/\*)`,
    String.raw`(?<string>[eE]'(?:[^'\\]|''|\\[\s\S])*'|(?:[bBxXnN]|[uU]&)?'(?:[^']|'')*')`,
    String.raw`(?<body>\$(?<tag>[A-Za-z_]\w*|)\$[\s\S]*?\$\k<tag>\$)`,
    String.raw`(?<word>"(?:[^"]|"")*"|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|\d[\w.]*)`,
    String.raw`(?<broken>['"]|\$\w*\$)`,
    String.raw`(?<sign>[\s\S])`,
  ].join("|"),
  "y",
);

/**
 * Splits a script at the semicolons that end statements: not those in comments, quotes, `$$` bodies or a function's
 * `BEGIN ATOMIC … END`.
 * @throws with the line of a quote or comment that never ends.
 */
export function readStatements(script: string): Statement[] {
  const statements: Statement[] = [];
  let words: string[] = [];
  let startsAt = 0;
  let atomic = 0;
  const end = () => {
    if (words.length > 0) statements.push({ line: lineAt(script, startsAt), text: joinWords(words) });
    words = [];
    atomic = 0;
  };
  TOKEN.lastIndex = 0;
  for (let at = 0; at < script.length; at = TOKEN.lastIndex) {
    const { blank, comment, string, body, word, broken, sign } = TOKEN.exec(script)?.groups ?? {};
    if (comment) TOKEN.lastIndex = endOfComment(script, at);
    if (blank || comment) continue;
    if (broken) throw new Error(`line ${lineAt(script, at)}: ${broken} is never closed`);
    if (sign === ";" && atomic === 0) {
      end();
      continue;
    }
    if (words.length === 0) startsAt = at;
    if (word && /^atomic$/i.test(word) && /^begin$/i.test(words.at(-1) ?? "")) atomic = 1;
    else if (atomic > 0 && word) atomic += /^case$/i.test(word) ? 1 : /^end$/i.test(word) ? -1 : 0;
    words.push(string ? "''" : body ? "$$" : (word ?? sign ?? ""));
  }
  end();
  return statements;
}

const lineAt = (script: string, at: number) => script.slice(0, at).split("\n").length;

/** No space where a reader puts none, so that `"a"("b", c)` looks the same however it was written. */
const joinWords = (words: string[]) =>
  words
    .join(" ")
    .replaceAll(/ ?([.(]) ?/g, "$1")
    .replaceAll(/ ([,)])/g, "$1");

/** PostgreSQL's comments nest. */
function endOfComment(script: string, from: number): number {
  let depth = 0;
  for (const { 0: mark, index } of script.slice(from).matchAll(/\/\*|\*\//g)) {
    depth += mark === "/*" ? 1 : -1;
    if (depth === 0) return from + index + 2;
  }
  throw new Error(`line ${lineAt(script, from)}: /* is never closed`);
}
