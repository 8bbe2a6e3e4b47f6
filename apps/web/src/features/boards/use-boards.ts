"use client";

import { useQuery } from "@tanstack/react-query";
import type { ApiOutputs } from "../../trpc/app-router.ts";
import { useTrpc } from "../../trpc/provider.tsx";

/** A board as the list shows it. */
export type BoardSummary = ApiOutputs["board"]["list"][number];

/** The boards of the signed-in person, trashed ones of their own among them. */
export function useBoards() {
  return useQuery(useTrpc().board.list.queryOptions());
}

/** The same without the trash. */
export function useLiveBoards() {
  return useQuery(useTrpc().board.list.queryOptions(undefined, { select: withoutTrash }));
}

function withoutTrash(boards: BoardSummary[]): BoardSummary[] {
  return boards.filter((board) => board.deletedAt === null);
}
