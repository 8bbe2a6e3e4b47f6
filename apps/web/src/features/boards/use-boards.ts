"use client";

import type { BoardRole } from "@kanban/domain/entities";
import type { BoardId } from "@kanban/domain/ids";
import { useQuery } from "@tanstack/react-query";
import { useTrpc } from "../../trpc/provider.tsx";

/** A board as the list shows it. */
export type BoardSummary = { id: BoardId; name: string; key: string; role: BoardRole; isDemo: boolean; openTasks: number; inboxTasks: number };

/** The boards of the signed-in person. */
export function useBoards() {
  return useQuery<BoardSummary[]>(useTrpc()["board"]!["list"]!.queryOptions());
}
