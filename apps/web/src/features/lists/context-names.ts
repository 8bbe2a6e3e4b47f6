import type { ListedTask } from "@kanban/domain/lists/listed-task";

/** The contexts of a list by name, once each however two boards write them; chosen ones are always among them. */
export function contextNames(entries: readonly ListedTask[], chosen: readonly string[]): string[] {
  const names = [...chosen, ...entries.flatMap(({ contexts }) => contexts)];
  const byFolded = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...byFolded.values()].sort((a, b) => a.localeCompare(b));
}
