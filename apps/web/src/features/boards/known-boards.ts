"use client";

import type { BoardId } from "@kanban/domain/ids";
import { readId } from "@kanban/domain/read-id";
import { useEffect, useMemo } from "react";
import { useSignedInUser } from "../auth/signed-in.tsx";
import { useLiveBoards } from "./use-boards.ts";

const storageKey = "kanban.known-boards";

function read(userId: string | undefined): BoardId[] | null {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? "null") as { userId?: unknown; boardIds?: unknown };
    if (userId === undefined || kept.userId !== userId || !Array.isArray(kept.boardIds)) return null;
    return kept.boardIds.flatMap((id) => readId<BoardId>(id) ?? []);
  } catch {
    return null;
  }
}

/** The ids of the person's live boards, oldest first: as told, else as they were told last; `null` when never. */
export function useKnownBoards() {
  const list = useLiveBoards();
  const userId = useSignedInUser()?.id;
  const told = useMemo(() => list.data?.map((board) => board.id), [list.data]);
  useEffect(() => {
    if (!told || !userId) return;
    try {
      localStorage.setItem(storageKey, JSON.stringify({ userId, boardIds: told }));
    } catch {
      // Then a start without a network knows no boards.
    }
  }, [told, userId]);
  const kept = useMemo(() => (told ? null : read(userId)), [told, userId]);
  return { boardIds: told ?? kept, list };
}

/** Forgets them, at sign-out. */
export function forgetKnownBoards(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // Nothing was kept there either.
  }
}
