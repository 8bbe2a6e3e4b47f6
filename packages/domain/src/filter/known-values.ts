import type { Names } from "./card-text.ts";
import type { Facet, Filter } from "./filter.ts";

const words: ReadonlySet<string> = new Set(["none", "me"]);

/** The values of a facet that mean something on this board: a label or person that is gone asks nothing. */
export function knownValues(filter: Filter, facet: Facet, names: Names): readonly string[] {
  const rows = rowsOf(facet, names);
  const values = filter.values[facet] ?? [];
  return rows ? values.filter((value) => words.has(value) || Object.hasOwn(rows, value)) : values;
}

function rowsOf(facet: Facet, names: Names): object | null {
  if (facet === "tag") return names.tags;
  if (facet === "context") return names.contexts;
  if (facet === "project") return names.projects;
  return facet === "assignee" ? names.members : null;
}
