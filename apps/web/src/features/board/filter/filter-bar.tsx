"use client";

import { ListFilter, X } from "lucide-react";
import { type Facet, facets, isEmptyFilter } from "@kanban/domain/filter/filter";
import { Button, buttonClass } from "../../../components/ui/button.tsx";
import { classNames } from "../../../components/ui/class-names.ts";
import { Kbd } from "../../../components/ui/kbd.tsx";
import { useFirstKey } from "../../keyboard/use-first-key.ts";
import { useScreen, useScreenPart } from "../state/screen.tsx";
import { FilterChip } from "./filter-chip.tsx";
import { FilterCount } from "./filter-count.tsx";
import { filterOf } from "./filter-of.ts";
import { FilterPopover } from "./filter-popover.tsx";
import { filterStrings } from "./filter.strings.ts";
import { IgnoredValues } from "./ignored-values.tsx";
import { idlePart } from "../../../lazy/idle-part.tsx";
import { clearFilter } from "./set-filter.ts";

const ViewControls = idlePart(() => import("../views/view-controls.tsx").then((module) => module.ViewControls));

/** Offered one by one while unused; the rest is behind "Filter". */
const offered: readonly Facet[] = ["project", "tag", "due", "assignee"];

/** What the board is filtered by, facet by facet, and how many tasks that leaves. */
export function FilterBar() {
  const screen = useScreen();
  const keyOf = useFirstKey();
  const filterKey = keyOf("filter");
  const filter = useScreenPart((state) => filterOf(state.query));
  const open = useScreenPart((state) => state.filterPicker);
  // An open list keeps its chip, also while its last value is being changed for another.
  const active = facets.filter((facet) => filter.values[facet] ?? (facet === open && !offered.includes(facet)));
  const isEmpty = isEmptyFilter(filter);
  return (
    <div
      role="group"
      aria-label={filterStrings.bar}
      className="flex min-w-0 shrink-0 flex-wrap items-center gap-1.5 px-5 pb-2.5 max-sm:px-4"
    >
      <FilterPopover
        at="all"
        trigger={
          <button type="button" className={buttonClass("quiet", "-ml-1.5 h-6 rounded-full px-2 text-xs touch:h-11")}>
            <ListFilter size={13} aria-hidden />
            {filterStrings.button}
            {filterKey && <Kbd>{filterKey}</Kbd>}
          </button>
        }
      />
      {active.map((facet) => (
        <FilterChip key={facet} facet={facet} values={filter.values[facet] ?? []} />
      ))}
      {offered
        .filter((facet) => !active.includes(facet))
        .map((facet) => (
          <FilterPopover
            key={facet}
            at={facet}
            trigger={
              <button
                type="button"
                aria-label={filterStrings.add(filterStrings.facets[facet])}
                className={classNames(
                  "h-6 rounded-full border border-dashed border-edge px-2.5 text-xs font-medium text-ink-2",
                  "transition-colors duration-(--fast) hover:bg-sunken hover:text-ink touch:h-11 max-sm:hidden",
                )}
              >
                + {filterStrings.facets[facet]}
              </button>
            }
          />
        ))}
      <FilterCount />
      <IgnoredValues />
      {!isEmpty && (
        <Button
          tone="quiet"
          keys={keyOf("clear-filters")}
          aria-label={filterStrings.clearAll}
          onClick={() => clearFilter(screen)}
          className="h-6 px-2 text-xs touch:h-11"
        >
          <X size={12} aria-hidden />
          {filterStrings.clear}
        </Button>
      )}
      <ViewControls />
    </div>
  );
}
