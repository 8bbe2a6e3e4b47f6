"use client";

import type { BoardId } from "@kanban/domain/ids";
import { useEffect, useState } from "react";
import { lazyPart } from "../../../lazy/lazy-part.tsx";

const BoardFiles = lazyPart(() => import("./board-files.tsx").then((module) => module.BoardFiles));

/** Listens for files from outside, from a moment after the board is there: nobody drops one on a page that loads. */
export function BoardFilesSlot({ boardId }: { boardId: BoardId }) {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsReady(true), 1_000);
    return () => clearTimeout(timer);
  }, []);
  return isReady ? <BoardFiles boardId={boardId} /> : null;
}
