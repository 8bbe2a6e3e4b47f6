"use client";

import { useState } from "react";
import { firstDay, isDay, lastDay } from "@kanban/domain/whole-day";
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
        <DayField
          key={end}
          label={filterStrings[end]}
          day={range[end] ?? ""}
          onDay={(day) => set({ [end]: day || null })}
        />
      ))}
    </div>
  );
}

/** One end. A day is typed key by key; what is no day yet stays in the field and changes nothing. */
function DayField({ label, day, onDay }: { label: string; day: string; onDay: (day: string) => void }) {
  const [unfinished, setUnfinished] = useState<string | null>(null);
  const type = (text: string) => {
    const isWhole = text === "" || isDay(text);
    setUnfinished(isWhole ? null : text);
    if (isWhole) onDay(text);
  };
  return (
    <label className="grid gap-1 text-xs font-medium text-ink-3">
      {label}
      <input
        type="date"
        min={firstDay}
        max={lastDay}
        value={unfinished ?? day}
        onChange={(event) => type(event.currentTarget.value)}
        // What was left unfinished gives way to what the filter asks.
        onBlur={() => setUnfinished(null)}
        className={`${fieldClass} px-1.5 text-xs`}
      />
    </label>
  );
}
