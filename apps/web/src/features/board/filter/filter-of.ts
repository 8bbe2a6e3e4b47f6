import type { Filter } from "@kanban/domain/filter/filter";
import { parseFilter } from "@kanban/domain/filter/filter-in-words";

let last: { query: string; filter: Filter } | null = null;

/** The filter a query says; the same query gives the same object. */
export function filterOf(query: string): Filter {
  if (last?.query !== query) last = { query, filter: parseFilter(new URLSearchParams(query)).filter };
  return last.filter;
}
