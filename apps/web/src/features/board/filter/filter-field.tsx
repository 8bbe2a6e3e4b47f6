"use client";

import { Search, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect } from "react";
import { limits } from "@kanban/domain/limits";
import { Kbd } from "../../../components/ui/kbd.tsx";
import { isComposing } from "../../keyboard/is-composing.ts";
import { useFirstKey } from "../../keyboard/use-first-key.ts";
import { strings } from "../board.strings.ts";
import { useScreen, useScreenPart } from "../state/screen.tsx";
import { readLook } from "../views/look-in-address.ts";
import { filterOf } from "./filter-of.ts";
import { setFilterText } from "./set-filter.ts";

/** Filters the board by text; the filter lives in the address. */
export function FilterField({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const screen = useScreen();
  const keys = useFirstKey()("search");
  const text = useScreenPart((state) => filterOf(state.query).text);
  useEffect(() => {
    // Back and forward may bring another filter.
    const readAgain = () => screen.store.set(readLook(screen.boardId));
    window.addEventListener("popstate", readAgain);
    return () => window.removeEventListener("popstate", readAgain);
  }, [screen]);
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Escape" || isComposing(event.nativeEvent)) return;
    setFilterText(screen, "");
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
        value={text}
        maxLength={limits.filterText}
        onChange={(event) => setFilterText(screen, event.currentTarget.value)}
        onKeyDown={handleKeyDown}
        className="-my-px w-full min-w-0 self-stretch bg-transparent text-sm text-ink outline-none"
      />
      {text === "" ? (
        keys && <Kbd>{keys}</Kbd>
      ) : (
        <button
          type="button"
          aria-label={strings.board.clearFilter}
          onClick={() => setFilterText(screen, "")}
          className="-mr-1 grid size-6 shrink-0 place-items-center rounded-s hover:text-ink touch:-mr-2 touch:size-11"
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}
