import type { ReactNode } from "react";

export type PickerOption<Id extends string> = { id: Id; name: string; icon?: ReactNode; keys?: string | undefined };

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase().trim();

/** The options a query finds (those that begin with it first), and the name that could be created, if there is none yet. */
export function filterOptions<Id extends string>(
  options: readonly PickerOption<Id>[],
  query: string,
  /** The options have an order of their own, which stays. */
  inOrder = false,
): { found: PickerOption<Id>[]; creatable: string | null } {
  const wanted = fold(query);
  const names = options.map((option) => ({ option, name: fold(option.name) }));
  const matching = names.filter(({ name }) => name.includes(wanted));
  if (!inOrder)
    matching.sort(
      (a, b) => Number(b.name.startsWith(wanted)) - Number(a.name.startsWith(wanted)) || a.name.localeCompare(b.name),
    );
  const found = matching.map(({ option }) => option);
  // Names are compared as the server does: without case, with accents.
  const isTaken = options.some((option) => option.name.toLowerCase() === query.trim().toLowerCase());
  return { found, creatable: query.trim() === "" || isTaken ? null : query.trim() };
}
