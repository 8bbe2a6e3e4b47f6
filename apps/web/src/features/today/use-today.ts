"use client";

import type { BoardView } from "@kanban/domain/board-view";
import { limits } from "@kanban/domain/limits";
import { listToday, type TodayTask } from "@kanban/domain/today/list-today";
import { dayInZone } from "@kanban/domain/today/local-day";
import { useMemo } from "react";
import { useBoardViews } from "../../sync/use-board-views.ts";
import { useClock } from "../board/state/use-clock.ts";
import { useKnownBoards } from "../boards/known-boards.ts";

export type Today = {
  status: "loading" | "ready" | "offline" | "failed";
  tasks: readonly TodayTask[];
  /** The reader's day, e.g. `2026-11-29`. */
  day: string;
  /** Some boards are still on their way. */
  isComing: boolean;
  /** Boards that could not be had. */
  missing: number;
  boards: number;
  /** More boards than can be followed at once: these are left out. */
  leftOut: number;
  retry: () => void;
};

const tickMs = 60_000;

/** What there is to do today on the person's boards: from this device at once, then live. */
export function useToday(): Today {
  const { boardIds, list } = useKnownBoards();
  const all = boardIds ?? [];
  const followed = all.slice(-limits.streamBoards);
  const states = useBoardViews(followed);
  // Moments pass and midnight comes while the screen is open.
  const minute = useClock((now) => Math.floor(now / tickMs));
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { tasks, day } = useMemo(() => {
    const at = new Date(Math.max(minute * tickMs, 0));
    const today = dayInZone(at, timeZone);
    const views = states.flatMap(({ view }) => view ?? ([] as BoardView[]));
    return { tasks: listToday(views, { at, day: today, timeZone }), day: today };
  }, [states, minute, timeZone]);
  const loaded = states.filter(({ view, status }) => view !== null || status === "missing").length;
  const isPending = states.some(({ view, status }) => view === null && status === "loading");
  const isListed = boardIds !== null;
  // An empty list is only told when nothing can come any more.
  const isThere = isListed && (followed.length === 0 || tasks.length > 0 || (loaded > 0 && !isPending));
  return {
    status: isThere
      ? "ready"
      : list.fetchStatus === "paused"
        ? "offline"
        : list.isError || (isListed && states.length > 0 && !isPending)
          ? "failed"
          : "loading",
    tasks,
    day,
    isComing: isPending,
    missing: isPending ? 0 : followed.length - loaded,
    boards: all.length,
    leftOut: all.length - followed.length,
    retry: () => void list.refetch(),
  };
}
