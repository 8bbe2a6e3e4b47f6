/** A name nobody on the board has yet, whatever its case: `Urgent`, or `urgent (2)`. */
export function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${name} (${number})`;
  taken.add(unique.toLowerCase());
  return unique;
}
