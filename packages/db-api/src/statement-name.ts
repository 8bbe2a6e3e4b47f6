/** Statements prepared per connection: our own texts are a few dozen; beyond that they are variants nobody repeats. */
const mostPrepared = 300;

/** What node-postgres takes for a statement that is not kept. */
const unnamed = "";

const names = new Map<string, string>();

/**
 * The name of a statement, one per text, so that PostgreSQL parses and plans it once per connection. The text of a
 * tagged template is constant, its values are parameters.
 */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostPrepared) return unnamed;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}
