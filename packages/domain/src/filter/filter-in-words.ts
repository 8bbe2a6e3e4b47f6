import { emptyFilter, type Facet, facets, type Filter, isFacetValue, withFacet } from "./filter.ts";
import { limits } from "../limits.ts";

export type ReadFilter = { filter: Filter; ignored: readonly { facet: Facet; value: string }[] };

/** Reads a filter from an address. Parameters it does not know are not its own; values it does not know are ignored. */
export function parseFilter(params: URLSearchParams): ReadFilter {
  const text = (params.get("q") ?? "").slice(0, limits.filterText);
  const ignored: { facet: Facet; value: string }[] = [];
  let filter: Filter = { ...emptyFilter, text };
  for (const facet of facets) {
    const asked = params.getAll(facet).slice(0, limits.filterValues);
    const known = asked.filter((value) => isFacetValue[facet](value));
    for (const value of asked) if (!known.includes(value)) ignored.push({ facet, value });
    filter = withFacet(filter, facet, known);
  }
  return { filter, ignored };
}

/** A filter in its one written form, whatever way it was written; what it does not know is left out. */
export function normalFilter(words: string): string {
  return formatFilter(parseFilter(new URLSearchParams(words)).filter).toString();
}

/** The parameters that say a filter: the same filter always gives the same words. */
export function formatFilter({ text, values }: Filter): URLSearchParams {
  const params = new URLSearchParams();
  if (text !== "") params.set("q", text);
  for (const facet of facets) for (const value of values[facet] ?? []) params.append(facet, value);
  return params;
}
