/** A migration's word that by now nobody uses an object as it was. */
export type Contract = { line: number; object: string; since: string };

const FORM = /^-- contract: (?<object>[a-z]+(?: view)? \S+), ready since (?<since>\d{14}_\w+)$/;

/**
 * Reads the declarations at the head of a migration, before its first statement, one object each:
 *
 *     -- contract: column task.notes, ready since 20261201120000_notes_in_parts
 *
 * @returns them, and the lines that begin like one and are none.
 */
export function readContracts(script: string): { contracts: Contract[]; malformed: number[] } {
  const contracts: Contract[] = [];
  const malformed: number[] = [];
  let isHead = true;
  for (const [index, text] of script.split("\n").entries()) {
    const words = text.trim();
    isHead &&= words === "" || words.startsWith("--");
    if (!/^--\s*contract\b/i.test(words)) continue;
    const { object, since } = FORM.exec(words)?.groups ?? {};
    if (isHead && object && since) contracts.push({ line: index + 1, object, since });
    else malformed.push(index + 1);
  }
  return { contracts, malformed };
}
