/** Statements that drop something, narrow a type or refuse rows that are there already. */
const DESTRUCTIVE = /\bDROP\s+(TABLE|COLUMN|TYPE|SCHEMA)\b|\bSET\s+(DATA\s+)?TYPE\b|\bSET\s+NOT\s+NULL\b|\bTRUNCATE\b/i;

/** True when a generated migration could throw away or refuse existing data. Errs on the side of asking. */
export function losesData(script: string): boolean {
  return DESTRUCTIVE.test(script);
}
