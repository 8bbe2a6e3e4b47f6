"use client";

import { limits } from "@kanban/domain/limits";
import { foldText } from "@kanban/domain/search/fold-text";
import { matchTier } from "@kanban/domain/search/match-tier";
import type { SearchHit } from "@kanban/domain/search/search-hit";
import { searchView } from "@kanban/domain/search/search-view";
import { searchWords } from "@kanban/domain/search/search-words";
import { mergeHits, sortHits } from "@kanban/domain/search/sort-hits";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSyncEngine } from "../../sync/engine-context.tsx";
import { useConnection } from "../../sync/use-connection.ts";
import type { ApiOutputs } from "../../trpc/app-router.ts";
import { useTrpcClient } from "../../trpc/provider.tsx";
import { useKnownBoards } from "../boards/known-boards.ts";
import { useSettled } from "./use-settled.ts";

type Page = ApiOutputs["search"]["tasks"];

export type Search = {
  /** What the hits answer; empty: nothing is asked. */
  query: string;
  hits: readonly SearchHit[];
  hasMore: boolean;
  isSearching: boolean;
  /** Why there are only hits from this browser. */
  only: "offline" | "failed" | null;
  showMore: () => void;
  retry: () => void;
};

/** Hits from this browser with every key press, the server's after them as soon as they come. */
export function useSearch(typed: string, withGone: boolean): Search {
  const query = typed.trim().slice(0, limits.searchQuery);
  const asked = useSettled(query);
  const local = useLocalHits(query);
  const isAsked = searchWords(asked).length > 0;
  const isOffline = useConnection().state === "offline";
  const client = useTrpcClient();
  const server = useInfiniteQuery({
    queryKey: ["search", asked, withGone],
    queryFn: ({ pageParam }) =>
      client.search.tasks.query({ query: asked, withGone, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: null as Page["nextCursor"],
    getNextPageParam: (page) => page.nextCursor,
    enabled: isAsked && !isOffline,
    placeholderData: keepPreviousData,
    retry: 1,
  });
  const told = useMemo(() => server.data?.pages.flatMap((page) => page.hits) ?? [], [server.data]);
  const isCurrent = asked === query && !server.isPlaceholderData;
  const hits = useMemo(() => {
    const words = searchWords(query);
    if (words.length === 0) return [];
    // What the server said of other words stays where it still fits, so that the list does not blink.
    const fitting = isCurrent ? told : told.filter((hit) => stillFits(hit, words));
    return mergeHits(local, fitting);
  }, [local, told, isCurrent, query]);
  return {
    query: searchWords(query).length > 0 ? query : "",
    hits,
    hasMore: isCurrent && server.hasNextPage,
    isSearching: !isOffline && searchWords(query).length > 0 && (asked !== query || server.isFetching),
    only: isOffline || server.fetchStatus === "paused" ? "offline" : server.isError ? "failed" : null,
    showMore: () => void server.fetchNextPage(),
    retry: () => void server.refetch(),
  };
}

function stillFits(hit: SearchHit, words: readonly string[]): boolean {
  return matchTier(foldText(hit.title), foldText(hit.excerpt?.text ?? ""), words) !== null;
}

/** Of the boards this tab holds; none is loaded for a search. */
function useLocalHits(query: string): readonly SearchHit[] {
  const engine = useSyncEngine();
  const { boardIds } = useKnownBoards();
  return useMemo(() => {
    if (query === "") return [];
    const found = (boardIds ?? []).flatMap((id) => {
      const { view } = engine.boardState(id);
      return view ? searchView(view, query, limits.searchPage) : [];
    });
    return sortHits(found).slice(0, limits.searchPage);
  }, [engine, boardIds, query]);
}
