"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "../../../components/ui/button.tsx";
import { classNames } from "../../../components/ui/class-names.ts";
import { IconButton } from "../../../components/ui/icon-button.tsx";
import { calendarSpans, stepDay } from "./calendar-days.ts";
import type { CalendarPlace } from "./calendar-in-address.ts";
import { calendarStrings } from "./calendar.strings.ts";
import { monthWords } from "./day-words.ts";

/** Which days are shown, and the way to others. */
export function CalendarBar({
  place,
  onPlace,
  today,
}: {
  place: CalendarPlace;
  onPlace: (place: CalendarPlace) => void;
  today: string;
}) {
  const step = (by: number) => onPlace({ ...place, day: stepDay(place.day, place.span, by) });
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-1.5 pb-2">
      <h2 aria-live="polite" className="mr-1 min-w-36 text-lg font-bold">
        {monthWords(place.day)}
      </h2>
      <IconButton label={calendarStrings.before[place.span]} onClick={() => step(-1)}>
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <Button onClick={() => onPlace({ ...place, day: today })} className="h-6 text-xs touch:h-11">
        {calendarStrings.today}
      </Button>
      <IconButton label={calendarStrings.after[place.span]} onClick={() => step(1)}>
        <ChevronRight size={16} aria-hidden />
      </IconButton>
      <div role="group" aria-label={calendarStrings.span} className="ml-auto flex rounded-m bg-sunken p-0.5">
        {calendarSpans.map((span) => (
          <button
            key={span}
            type="button"
            aria-pressed={span === place.span}
            onClick={() => onPlace({ ...place, span })}
            className={classNames(
              "h-6 rounded-[6px] px-2.5 text-xs font-medium touch:h-11",
              span === place.span ? "bg-surface text-ink shadow-1 forced-colors:outline" : "text-ink-2 hover:text-ink",
            )}
          >
            {calendarStrings.spans[span]}
          </button>
        ))}
      </div>
    </div>
  );
}
