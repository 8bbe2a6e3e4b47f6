"use client";

import { boardIdSchema } from "@kanban/domain/ids";
import { useEffect, useMemo } from "react";
import { z } from "zod";
import { useSignedInUser } from "../auth/signed-in.tsx";
import { useLiveBoards } from "./use-boards.ts";

const storageKey = "kanban.known-boards";
const keptSchema = z.object({ userId: z.string(), boardIds: z.array(boardIdSchema) });

function read(userId: string | undefined) {
  try {
    const kept = keptSchema.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? "null"));
    return kept.success && kept.data.userId === userId ? kept.data.boardIds : null;
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
