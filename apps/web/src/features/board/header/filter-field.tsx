"use client";

import { Search, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect } from "react";
import { Kbd } from "../../../components/ui/kbd.tsx";
import { useFirstKey } from "../../keyboard/use-first-key.ts";
import { strings } from "../board.strings.ts";
import { useScreen, useScreenPart } from "../state/screen.tsx";
import { readQuery, writeQuery } from "./query-in-address.ts";

/** Filters the board by text; the filter lives in the address. */
export function FilterField({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const screen = useScreen();
  const keys = useFirstKey()("filter");
  const query = useScreenPart((state) => state.query);
  useEffect(() => {
    // Back and forward may bring another filter.
    const readAgain = () => screen.store.set({ query: readQuery() });
    window.addEventListener("popstate", readAgain);
    return () => window.removeEventListener("popstate", readAgain);
  }, [screen]);
  const setQuery = (next: string) => {
    screen.store.set({ query: next });
    writeQuery(next);
  };
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Escape") return;
    setQuery("");
    event.currentTarget.blur();
  };
  return (
    <div className="flex h-(--control) w-[190px] min-w-0 items-center gap-1.5 rounded-m border border-line-strong bg-surface px-2 text-ink-3 focus-within:border-accent focus-within:outline-1 focus-within:outline-accent max-lg:w-40 max-sm:w-auto max-sm:flex-1">
      <Search size={14} aria-hidden className="shrink-0" />
      <input
        ref={field}
        type="text"
        role="searchbox"
        aria-label={strings.board.filter}
        placeholder={strings.board.filter}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={handleKeyDown}
        className="w-full min-w-0 bg-transparent text-sm text-ink outline-none"
      />
      {query === "" ? (
        keys && <Kbd>{keys}</Kbd>
      ) : (
        <button
          type="button"
          aria-label={strings.board.clearFilter}
          onClick={() => setQuery("")}
          className="-mr-1 grid size-6 shrink-0 place-items-center rounded-s hover:text-ink"
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}
