import { CloudOff, WifiOff } from "lucide-react";
import { searchStrings } from "./search.strings.ts";
import type { Search } from "./use-search.ts";

/** How many there are, said to readers; and, for everybody, when only this browser could be searched. */
export function SearchStatus({ search, shown, hasMore }: { search: Search; shown: number; hasMore: boolean }) {
  const count = search.isSearching && shown === 0 ? searchStrings.searching : searchStrings.found(shown, hasMore);
  return (
    <>
      <p role="status" className="sr-only">
        {search.query === "" ? "" : count}
      </p>
      {/* A line that is always there: nothing below it moves when the server answers. */}
      <div aria-hidden className="relative h-px overflow-hidden">
        {search.isSearching && (
          <span className="absolute inset-y-0 left-0 w-1/3 bg-accent motion-safe:animate-[skeleton_1.2s_ease-in-out_infinite]" />
        )}
      </div>
      {search.only && search.query !== "" && (
        <p className="flex items-center gap-2 px-3 pt-2 text-xs text-warn">
          {search.only === "offline" ? <WifiOff size={13} aria-hidden /> : <CloudOff size={13} aria-hidden />}
          {search.only === "offline" ? searchStrings.offline : searchStrings.failed}
          {search.only === "failed" && (
            <button type="button" className="rounded-s font-strong text-accent touch:min-h-11" onClick={search.retry}>
              {searchStrings.retry}
            </button>
          )}
        </p>
      )}
    </>
  );
}
