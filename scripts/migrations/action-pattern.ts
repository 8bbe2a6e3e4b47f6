/** What an action names: `table`, `column`, `name` …, without quotes. */
export type Names = Record<string, string>;

/** A pattern for the beginning of an action; `{x}` stands for an identifier and gives it that name. */
export function actionPattern(form: string): RegExp {
  return new RegExp(`^${form.replaceAll(/\{(\w+)\}/g, String.raw`(?<$1>"[^"]+"|[\w$]+)`)}`, "i");
}

/** The names in an action of this form, or null when it has another. */
export function matchAction(pattern: RegExp, text: string): Names | null {
  const found = pattern.exec(text);
  if (!found) return null;
  const given = Object.entries(found.groups ?? {}).filter(([, word]) => word !== undefined);
  return Object.fromEntries(given.map(([key, word]) => [key, plainName(word)]));
}

/** As PostgreSQL keeps it: in lower case unless it was quoted. */
export function plainName(word: string): string {
  return word.startsWith('"') ? word.slice(1, -1) : word.toLowerCase();
}
