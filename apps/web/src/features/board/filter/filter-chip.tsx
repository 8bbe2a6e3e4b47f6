"use client";

import { X } from "lucide-react";
import type { Facet } from "@kanban/domain/filter/filter";
import { useBoardPart, useScreen } from "../state/screen.tsx";
import { FilterPopover } from "./filter-popover.tsx";
import { filterStrings } from "./filter.strings.ts";
import { nameOfValue } from "./name-of-value.ts";
import { setFacet } from "./set-filter.ts";

/** Names shown in a chip; more become a number. */
const mostNames = 3;

/** One facet in use: what it asks, to change by a click; the cross takes it out. */
export function FilterChip({ facet, values }: { facet: Facet; values: readonly string[] }) {
  const screen = useScreen();
  const names = useBoardPart((view) => {
    const shown = values.slice(0, mostNames).map((value) => nameOfValue(view, facet, value));
    const more = values.length - shown.length;
    if (shown.length === 0) return filterStrings.facets[facet];
    return shown.join(filterStrings.or) + (more > 0 ? ` +${more}` : "");
  });
  const label = filterStrings.facets[facet];
  return (
    <span className="inline-flex max-w-full min-w-0 items-center rounded-full bg-accent-soft text-xs font-medium text-[color-mix(in_oklab,var(--accent)_65%,var(--ink))] forced-colors:border">
      <FilterPopover
        at={facet}
        trigger={
          <button
            type="button"
            aria-label={filterStrings.edit(label, names)}
            className="h-6 min-w-0 truncate rounded-l-full pr-0.5 pl-2.5 hover:underline touch:h-11"
          >
            {names}
          </button>
        }
      />
      <button
        type="button"
        aria-label={filterStrings.remove(label)}
        onClick={() => setFacet(screen, facet, [])}
        className="grid size-6 shrink-0 place-items-center rounded-full hover:bg-[color-mix(in_oklab,var(--accent)_14%,transparent)] touch:size-11"
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}
