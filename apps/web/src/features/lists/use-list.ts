"use client";

import type { BoardView } from "@kanban/domain/board-view";
import type { BoardId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { dayInZone } from "@kanban/domain/today/local-day";
import type { Now } from "@kanban/domain/today/next-action";
import { useEffect, useMemo } from "react";
import { useSyncEngine } from "../../sync/engine-context.tsx";
import { useBoardViews } from "../../sync/use-board-views.ts";
import { useClock } from "../board/state/use-clock.ts";
import { useKnownBoards } from "../boards/known-boards.ts";

export type List<Entry> = {
  status: "loading" | "ready" | "offline" | "failed";
  entries: readonly Entry[];
  /** The moment and day the list was made for. */
  now: Now;
  /** Some boards are still on their way. */
  isComing: boolean;
  /** Boards that could not be had. */
  missing: number;
  boards: number;
  /** The boards that are there. */
  views: readonly BoardView[];
  retry: () => void;
};

const tickMs = 60_000;

/**
 * What `read` finds on all boards of the person: from this device at once, then live. `read` must be the same function
 * from one drawing to the next.
 */
export function useList<Entry>(read: (views: readonly BoardView[], now: Now) => readonly Entry[]): List<Entry> {
  const { boardIds, list } = useKnownBoards();
  const followed = boardIds ?? [];
  const states = useBoardViews(followed);
  // Moments pass and midnight comes while the screen is open.
  const minute = useClock((now) => Math.floor(now / tickMs));
  useRefreshed(followed, minute);
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const views = useMemo(() => states.flatMap(({ view }) => view ?? ([] as BoardView[])), [states]);
  const now = useMemo(() => {
    const at = new Date(Math.max(minute * tickMs, 0));
    return { at, day: dayInZone(at, timeZone), timeZone };
  }, [minute, timeZone]);
  const entries = useMemo(() => read(views, now), [read, views, now]);
  const loaded = states.filter(({ view, status }) => view !== null || status === "missing").length;
  const isPending = states.some(({ view, status }) => view === null && status === "loading");
  const isListed = boardIds !== null;
  // An empty list is only told when nothing can come any more.
  const isThere = isListed && (followed.length === 0 || entries.length > 0 || (loaded > 0 && !isPending));
  return {
    status: isThere
      ? "ready"
      : list.fetchStatus === "paused"
        ? "offline"
        : list.isError || (isListed && states.length > 0 && !isPending)
          ? "failed"
          : "loading",
    entries,
    now,
    isComing: isPending,
    missing: isPending ? 0 : followed.length - loaded,
    boards: followed.length,
    views,
    retry: () => void list.refetch(),
  };
}

/** A stream follows fifty boards, since their places stand in its address; the first opened of more are asked each minute. */
function useRefreshed(boardIds: readonly BoardId[], minute: number): void {
  const engine = useSyncEngine();
  const beyond = boardIds.slice(0, -limits.streamBoards).join();
  useEffect(() => {
    if (beyond === "") return;
    for (const boardId of boardIds.slice(0, -limits.streamBoards)) engine.retryBoard(boardId);
    // The ids, not the array, say whether other boards are meant.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [engine, beyond, minute]);
}
