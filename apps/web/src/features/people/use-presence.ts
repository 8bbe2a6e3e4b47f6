"use client";

import type { BoardId, TaskId } from "@kanban/domain/ids";
import { useEffect } from "react";
import { newId } from "../../sync/new-id.ts";
import { useConnection } from "../../sync/use-connection.ts";
import { session } from "../auth/session.ts";
import { useTrpcClient } from "../../trpc/provider.tsx";

/** Often enough that two lost beats do not make somebody vanish (`limits.presenceSeconds`). */
const beatMs = 20_000;

const tabId = newId();

/**
 * Tells the others on a board that this tab shows it, and which of its tasks, as long as somebody may be looking at it.
 * Nothing depends on it: what cannot be told is not told again.
 */
export function usePresence(boardId: BoardId, taskId: TaskId | null): void {
  const client = useTrpcClient();
  const isLive = useConnection().state === "live";
  useEffect(() => {
    if (!isLive) return;
    const beat = () => {
      if (document.visibilityState === "visible") quietly(client.presence.beat.mutate({ tabId, boardId, taskId }));
    };
    const handleVisibility = () => {
      if (document.visibilityState === "visible") beat();
      else quietly(client.presence.leave.mutate({ tabId }));
    };
    beat();
    const timer = setInterval(beat, beatMs);
    document.addEventListener("visibilitychange", handleVisibility);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", handleVisibility);
    };
  }, [client, boardId, taskId, isLive]);
  // By itself: another task is no leave from the board.
  useEffect(
    () => () => {
      // Whoever has signed out is seen nowhere any more soon enough.
      if (session.get().status === "in") quietly(client.presence.leave.mutate({ tabId }));
    },
    [client, boardId],
  );
}

function quietly(call: Promise<unknown>): void {
  void call.catch(() => undefined);
}
