"use client";

import type { BoardId } from "@kanban/domain/ids";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTrpc } from "../../trpc/provider.tsx";
import { keepPace } from "./pace-store.ts";

/** One more finished task hardly changes what a year of them says. */
const staleMs = 10 * 60_000;

/** Learns how long tasks of a board take, for the ages on its cards. Stands beside the board, which waits for nothing. */
export function WatchPace({ boardId }: { boardId: BoardId }) {
  const { data } = useQuery(useTrpc().board.pace.queryOptions({ boardId }, { staleTime: staleMs, retry: 1 }));
  useEffect(() => {
    if (data) keepPace(boardId, data);
  }, [boardId, data]);
  return null;
}
