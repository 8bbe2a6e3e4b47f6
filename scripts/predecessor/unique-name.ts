import { foldCase } from "./fold-case.ts";

/** A name nobody on the board has yet, whatever its case: `Urgent`, or `urgent (2)`. */
export function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let number = 2; taken.has(foldCase(unique)); number += 1) unique = `${name} (${number})`;
  taken.add(foldCase(unique));
  return unique;
}
