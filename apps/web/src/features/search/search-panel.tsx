"use client";

import { History, Search as SearchIcon, SearchX, X } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useId } from "react";
import type { SearchHit } from "@kanban/domain/search/search-hit";
import { limits } from "@kanban/domain/limits";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { noteSearch } from "./recent-searches.ts";
import { RecentSearches } from "./recent-searches-list.tsx";
import { SearchHitRow } from "./search-hit-row.tsx";
import { SearchStatus } from "./search-status.tsx";
import { searchStrings } from "./search.strings.ts";
import { useListKeys } from "./use-list-keys.ts";
import { useSearch } from "./use-search.ts";

/** The field, and below it what it finds. The overlay and the screen differ only in what stands around it. */
export function SearchPanel({
  field,
  typed,
  onType,
  withGone = false,
  atMost = Number.POSITIVE_INFINITY,
  onOpen,
  aside,
  foot,
}: {
  field: RefObject<HTMLInputElement | null>;
  typed: string;
  onType: (typed: string) => void;
  withGone?: boolean;
  /** Hits that are shown; the screen has room for all. */
  atMost?: number;
  onOpen: (hit: SearchHit) => void;
  /** Beside the field. */
  aside?: ReactNode;
  /** Below the hits. */
  foot?: (hasMore: boolean, showMore: () => void) => ReactNode;
}) {
  const search = useSearch(typed, withGone);
  const hits = search.hits.slice(0, atMost);
  const listId = useId();
  const open = (hit: SearchHit | undefined) => {
    if (!hit) return;
    noteSearch(search.query);
    onOpen(hit);
  };
  const keys = useListKeys(hits.length, (index) => open(hits[index]), typed);
  const idOf = (index: number) => `${listId}-${index}`;
  const activeId = hits.length > 0 ? idOf(keys.active) : undefined;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);
  const hasMore = search.hasMore || search.hits.length > atMost;
  const isEmpty = search.query !== "" && hits.length === 0 && !search.isSearching;
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-3 py-1.5">
        <SearchIcon size={16} aria-hidden className="shrink-0 text-ink-3" />
        <input
          ref={field}
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={hits.length > 0 ? listId : undefined}
          aria-activedescendant={activeId}
          aria-autocomplete="list"
          aria-label={searchStrings.label}
          placeholder={searchStrings.placeholder}
          value={typed}
          maxLength={limits.searchQuery}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="search"
          onChange={(event) => onType(event.currentTarget.value)}
          onKeyDown={keys.onKeyDown}
          className="h-9 min-w-0 flex-1 bg-transparent text-lg text-ink outline-none placeholder:text-ink-3 touch:h-11"
        />
        {typed !== "" && (
          <IconButton
            label={searchStrings.clear}
            onClick={() => {
              onType("");
              field.current?.focus();
            }}
          >
            <X size={14} aria-hidden />
          </IconButton>
        )}
        {aside}
      </div>
      <SearchStatus search={search} shown={hits.length} hasMore={hasMore} />
      {hits.length > 0 && (
        <div
          id={listId}
          role="listbox"
          aria-label={searchStrings.results}
          className="grid min-h-0 flex-1 content-start overflow-y-auto overscroll-contain p-1.5"
        >
          {hits.map((hit, index) => (
            <SearchHitRow
              key={hit.taskId}
              id={idOf(index)}
              hit={hit}
              isActive={index === keys.active}
              onPoint={() => keys.setActive(index)}
              onOpen={() => open(hit)}
            />
          ))}
        </div>
      )}
      {foot?.(hasMore, search.showMore)}
      <div className={hits.length > 0 ? "hidden" : "min-h-0 overflow-y-auto p-1.5"}>
        {isEmpty && (
          <EmptyState
            icon={<SearchX size={18} aria-hidden />}
            title={searchStrings.noneTitle(search.query)}
            text={search.only ? searchStrings.noneLocalText : searchStrings.noneText}
          />
        )}
        {search.query === "" && (
          <RecentSearches
            onChoose={(query) => {
              onType(query);
              field.current?.focus();
            }}
            otherwise={
              <EmptyState
                icon={<History size={18} aria-hidden />}
                title={searchStrings.startTitle}
                text={searchStrings.startText}
              />
            }
          />
        )}
      </div>
    </>
  );
}
