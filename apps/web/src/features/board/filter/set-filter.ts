import { emptyFilter, type Facet, type Filter, withFacet } from "@kanban/domain/filter/filter";
import { formatFilter } from "@kanban/domain/filter/filter-in-words";
import type { BoardScreen } from "../state/screen.tsx";
import { filterOf } from "./filter-of.ts";
import { writeQuery } from "./query-in-address.ts";

// Of these more than one at a time says nothing: the loosest would win.
const single: ReadonlySet<Facet> = new Set(["age", "estimate"]);

function change({ store }: BoardScreen, next: Filter): void {
  const query = formatFilter(next).toString();
  store.set(query === "" ? { query, savedView: null } : { query });
  writeQuery(query);
}

/** Filters by other words; the facets stay. */
export function setFilterText(screen: BoardScreen, text: string): void {
  change(screen, { ...filterOf(screen.store.get().query), text });
}

/** Sets all values of one facet; none takes it out. */
export function setFacet(screen: BoardScreen, facet: Facet, values: readonly string[]): void {
  change(screen, withFacet(filterOf(screen.store.get().query), facet, values));
}

/** Adds a value, or takes it out when it is there. */
export function toggleValue(screen: BoardScreen, facet: Facet, value: string): void {
  const values = filterOf(screen.store.get().query).values[facet] ?? [];
  const others = single.has(facet) ? [] : values.filter((other) => other !== value);
  setFacet(screen, facet, values.includes(value) ? values.filter((other) => other !== value) : [...others, value]);
}

/** Shows every task again. */
export function clearFilter(screen: BoardScreen): void {
  change(screen, emptyFilter);
}
