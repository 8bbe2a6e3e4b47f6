"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Checkbox } from "../../components/ui/checkbox.tsx";
import { startPreloading } from "../../lazy/preload.ts";
import { openHit } from "./open-hit.ts";
import { SearchPanel } from "./search-panel.tsx";
import { searchStrings } from "./search.strings.ts";

/** All that is found, page by page, at an address of its own; the archive and the trash when asked for. */
export function SearchScreen() {
  const params = useSearchParams();
  const router = useRouter();
  const pathname = usePathname();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(params.get("q") ?? "");
  const [withGone, setWithGone] = useState(params.get("gone") === "1");
  useEffect(startPreloading, []);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const query = new URLSearchParams();
    if (typed.trim() !== "") query.set("q", typed.trim());
    if (withGone) query.set("gone", "1");
    // Coming back from a task shows the same list.
    history.replaceState(history.state, "", query.size > 0 ? `?${query.toString()}` : location.pathname);
  }, [typed, withGone]);
  return (
    <div className="flex min-h-0 w-full max-w-3xl flex-1 flex-col px-5 pt-3 pb-4 max-sm:px-0 max-sm:pb-0">
      <header className="flex min-h-8 items-center justify-between gap-3 pb-2 max-sm:px-4">
        <h1 className="text-xl font-bold tracking-[-0.015em]">{searchStrings.title}</h1>
        <label className="flex items-center gap-1 text-sm text-ink-2">
          <Checkbox checked={withGone} onChange={setWithGone} label={searchStrings.withGone} />
          {searchStrings.withGone}
        </label>
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-l border border-line bg-surface shadow-1 max-sm:rounded-none max-sm:border-x-0 max-sm:border-b-0">
        <SearchPanel
          field={field}
          typed={typed}
          onType={setTyped}
          withGone={withGone}
          onOpen={(hit) => openHit(hit, pathname, (path) => router.push(path))}
          foot={(hasMore, showMore) =>
            hasMore && (
              <div className="grid justify-items-center py-3">
                <Button onClick={showMore}>{searchStrings.more}</Button>
              </div>
            )
          }
        />
      </div>
    </div>
  );
}
