import { History } from "lucide-react";
import type { ReactNode } from "react";
import { forgetSearches, useRecentSearches } from "./recent-searches.ts";
import { searchStrings } from "./search.strings.ts";

/** What was searched before, or `otherwise` when nothing was. */
export function RecentSearches({ onChoose, otherwise }: { onChoose: (query: string) => void; otherwise: ReactNode }) {
  const queries = useRecentSearches();
  if (queries.length === 0) return otherwise;
  return (
    <section aria-labelledby="recent-searches" className="grid gap-0.5">
      <div className="flex items-center justify-between px-2.5 pt-1 pb-0.5">
        <h2 id="recent-searches" className="text-xs font-medium text-ink-3">
          {searchStrings.recent}
        </h2>
        <button
          type="button"
          onClick={forgetSearches}
          className="rounded-s px-1 text-xs text-ink-3 hover:text-ink touch:min-h-11"
        >
          {searchStrings.forgetRecent}
        </button>
      </div>
      {queries.map((query) => (
        <button
          key={query}
          type="button"
          onClick={() => onChoose(query)}
          className="flex min-h-8 items-center gap-2.5 rounded-m px-2.5 text-left text-md text-ink-2 hover:bg-[color-mix(in_oklab,var(--ink)_6%,transparent)] hover:text-ink touch:min-h-11"
        >
          <History size={14} aria-hidden className="shrink-0 text-ink-3" />
          <span className="min-w-0 truncate">{query}</span>
        </button>
      ))}
    </section>
  );
}
