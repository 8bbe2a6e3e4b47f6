"use client";

import { firstDay, lastDay } from "@kanban/domain/whole-day";
import { readDueRange } from "@kanban/domain/filter/due-choice";
import { isFacetValue } from "@kanban/domain/filter/filter";
import { fieldClass } from "../../../components/ui/text-field.tsx";
import { useScreen, useScreenPart } from "../state/screen.tsx";
import { filterOf } from "./filter-of.ts";
import { filterStrings } from "./filter.strings.ts";
import { setFacet } from "./set-filter.ts";

/** Due from one day to another; either end may stay open. */
export function DueRangeFields() {
  const screen = useScreen();
  const { values } = useScreenPart((state) => filterOf(state.query));
  const due = values.due ?? [];
  const range = due.map(readDueRange).find((found) => found !== null) ?? { from: null, to: null };
  const set = (next: Partial<typeof range>) => {
    const { from, to } = { ...range, ...next };
    const value = `${from ?? ""}..${to ?? ""}`;
    const others = due.filter((each) => readDueRange(each) === null);
    setFacet(screen, "due", isFacetValue.due(value) ? [...others, value] : others);
  };
  return (
    <div className="mt-1 grid grid-cols-2 gap-1.5 border-t border-line px-1 pt-2 pb-1">
      {(["from", "to"] as const).map((end) => (
        <label key={end} className="grid gap-1 text-xs font-medium text-ink-3">
          {filterStrings[end]}
          <input
            type="date"
            min={firstDay}
            max={lastDay}
            value={range[end] ?? ""}
            onChange={(event) => set({ [end]: event.currentTarget.value || null })}
            className={`${fieldClass} px-1.5 text-xs`}
          />
        </label>
      ))}
    </div>
  );
}
