"use client";

import { countInbox } from "@kanban/domain/lists/list-inbox";
import { dayInZone } from "@kanban/domain/today/local-day";
import type { Now } from "@kanban/domain/today/next-action";
import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { useSyncEngine } from "../../sync/engine-context.tsx";
import { onQueued } from "../../sync/queued.ts";
import type { SyncEngine } from "../../sync/sync-engine-types.ts";
import { useClock } from "../board/state/use-clock.ts";
import { type BoardSummary, useLiveBoards } from "../boards/use-boards.ts";
import { inboxCount } from "./inbox-count.ts";
import { countListed } from "./listed-inbox.ts";
import { tellInTitle } from "./tell-in-title.ts";

/** Boards nobody has open here are asked about each minute; an own change of one shows as soon as it can have arrived. */
const everyMs = 60_000;
const arrivedAfterMs = 1_500;
const noBoards: readonly BoardSummary[] = [];

/** Keeps the number of tasks to be clarified, and tells it in the page's title and on the app's icon. Stands once. */
export function WatchInbox() {
  const engine = useSyncEngine();
  const { data, refetch } = useLiveBoards();
  const boards = data ?? noBoards;
  const minute = useClock((at) => Math.floor(at / everyMs));
  const asked = useRef(minute);
  useEffect(() => {
    if (asked.current === minute || document.visibilityState !== "visible") return;
    asked.current = minute;
    void refetch();
  }, [refetch, minute]);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = onQueued(({ input }) => {
      if (engine.boardState(input.boardId).view !== null) return;
      clearTimeout(waiting);
      waiting = setTimeout(() => void refetch(), arrivedAfterMs);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [engine, refetch]);
  const count = useSyncExternalStore(
    useCallback(
      (listener) => {
        const stops = boards.map(({ id }) => engine.subscribeBoard(id, listener));
        return () => stops.forEach((stop) => stop());
      },
      [engine, boards],
    ),
    () => countAll(engine, boards, nowAt(minute * everyMs)),
    () => 0,
  );
  useEffect(() => inboxCount.set({ count }), [count]);
  useEffect(() => tellInTitle(count), [count]);
  useEffect(() => {
    // Where the app is installed; elsewhere there is no icon to mark.
    if ("setAppBadge" in navigator) void navigator.setAppBadge(count).catch(() => {});
  }, [count]);
  return null;
}

function nowAt(milliseconds: number): Now {
  const at = new Date(milliseconds);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { at, day: dayInZone(at, timeZone), timeZone };
}

/** As this browser sees the boards it follows; a board it only once had open as the list told since. */
function countAll(engine: SyncEngine, boards: readonly BoardSummary[], now: Now): number {
  return boards.reduce((sum, { id, role, inbox, seq }) => {
    const { view } = engine.boardState(id);
    if (view && view.seq >= seq) return sum + countInbox(view, now);
    return role === "viewer" ? sum : sum + countListed(inbox, now);
  }, 0);
}
