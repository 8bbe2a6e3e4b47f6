import type { LabelKind } from "@kanban/domain/capture-syntax/capture-token";
import type { OpenLabel } from "@kanban/domain/capture-syntax/open-label";
import { limits } from "@kanban/domain/limits";
import { filterOptions } from "../../task/fields/filter-options.ts";

export type LabelRow = { id: string; name: string; color?: string };
export type LabelRows = Readonly<Record<LabelKind, readonly LabelRow[]>>;
/** What a label being typed may become; `isNew` is one the board does not have. */
export type Suggestion = { kind: LabelKind; name: string; color: string | null; isNew: boolean };

const most = 6;

/** The labels an open token may mean, those that begin with it first, and last the new one it would make. */
export function suggestLabels(rows: LabelRows, { kind, query }: OpenLabel): Suggestion[] {
  const { found, creatable } = filterOptions(rows[kind], query);
  const known = found.slice(0, most).map(({ name, id }) => {
    const color = rows[kind].find((row) => row.id === id)?.color ?? null;
    return { kind, name, color, isNew: false };
  });
  const isName =
    creatable !== null && creatable.length <= limits.name && /[\p{L}\p{Extended_Pictographic}]/u.test(creatable);
  return isName ? [...known, { kind, name: creatable, color: null, isNew: true }] : known;
}

/**
 * True when Enter should complete rather than add: the hand is in the list, or what is typed is only the beginning of
 * a known name. A whole name, or one that is new, is complete as it stands.
 */
export function takesEnter(
  suggestions: readonly Suggestion[],
  query: string,
  active: number,
  hasMoved: boolean,
): boolean {
  if (hasMoved) return true;
  const chosen = suggestions[active];
  const isWhole = suggestions.some(({ name, isNew }) => !isNew && name.toLowerCase() === query.toLowerCase());
  return query !== "" && chosen !== undefined && !chosen.isNew && !isWhole;
}
