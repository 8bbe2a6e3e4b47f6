"use client";

import { SearchX } from "lucide-react";
import { Button } from "../../../components/ui/button.tsx";
import { clearFilter } from "../filter/set-filter.ts";
import { listStrings } from "../list/list.strings.ts";
import { useScreen } from "../state/screen.tsx";

/** Says above the days that the filter leaves no task at all: an empty month would look like a free one. */
export function NothingMatches() {
  const screen = useScreen();
  return (
    <div
      role="status"
      className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-m border border-line bg-surface px-3 py-2 text-sm"
    >
      <SearchX size={16} aria-hidden className="shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1">
        <b className="font-medium">{listStrings.nothingTitle}</b>{" "}
        <span className="text-ink-2">{listStrings.nothingText}</span>
      </span>
      <Button onClick={() => clearFilter(screen)}>{listStrings.clear}</Button>
    </div>
  );
}
