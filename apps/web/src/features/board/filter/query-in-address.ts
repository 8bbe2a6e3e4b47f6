import { facets } from "@kanban/domain/filter/filter";
import { normalFilter } from "@kanban/domain/filter/filter-in-words";

/** The filter the address carries, in its one written form; empty when it carries none. */
export function readQuery(): string {
  if (typeof location === "undefined") return "";
  return normalFilter(location.search);
}

/** Writes the filter into the address without a new history entry, so that it can be shared and reloaded. */
export function writeQuery(query: string): void {
  const url = new URL(location.href);
  for (const name of ["q", ...facets]) url.searchParams.delete(name);
  // Whoever takes everything off has left the view that was opened.
  if (query === "") url.searchParams.delete("saved");
  for (const [name, value] of new URLSearchParams(query)) url.searchParams.append(name, value);
  history.replaceState(history.state, "", url);
}
