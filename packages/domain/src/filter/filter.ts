import { energies, priorities } from "../task-values.ts";
import { isDueChoice } from "./due-choice.ts";

/*
 * A filter is what a person asks a board to show: words, and values of facets. Values of one facet are alternatives,
 * facets and words all have to hold. It lives in addresses and saved views, so its written form only grows.
 */

/** What a task can be asked about, in the order in which an address names it. */
export const facets = [
  "tag",
  "context",
  "project",
  "assignee",
  "priority",
  "due",
  "is",
  "energy",
  "age",
  "estimate",
] as const;
export type Facet = (typeof facets)[number];

/** Yes-or-no facts of a task. */
export const traits = ["stale", "waiting", "checklist", "notes", "blocked"] as const;
export type Trait = (typeof traits)[number];

export type Filter = { text: string; values: Readonly<Partial<Record<Facet, readonly string[]>>> };

export const emptyFilter: Filter = { text: "", values: {} };

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;
const isCount = (value: string) => /^[1-9][0-9]{0,3}$/u.test(value);
const isIdOr =
  (...words: string[]) =>
  (value: string) =>
    uuid.test(value) || words.includes(value);
const isOneOf = (words: readonly string[]) => (value: string) => words.includes(value);

/** Whether a value can be asked of a facet. Of age: days at least; of estimate: minutes at most. */
export const isFacetValue: Record<Facet, (value: string) => boolean> = {
  tag: isIdOr("none"),
  context: isIdOr("none"),
  project: isIdOr("none"),
  assignee: isIdOr("me", "none"),
  priority: isOneOf(priorities),
  due: isDueChoice,
  is: isOneOf(traits),
  energy: isOneOf(energies),
  age: isCount,
  estimate: isCount,
};

/** True when a filter leaves every task. */
export function isEmptyFilter({ text, values }: Filter): boolean {
  return text.trim() === "" && Object.keys(values).length === 0;
}

/** The filter with other values of one facet, each once and in order; none of them takes the facet out. */
export function withFacet(filter: Filter, facet: Facet, next: readonly string[]): Filter {
  const { [facet]: _, ...others } = filter.values;
  const sorted = [...new Set(next)].sort();
  return { ...filter, values: sorted.length === 0 ? others : { ...others, [facet]: sorted } };
}
