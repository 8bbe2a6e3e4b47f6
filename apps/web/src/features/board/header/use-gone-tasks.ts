"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTrpc } from "../../../trpc/provider.tsx";
import { useBoardPart, useScreen } from "../state/screen.tsx";

/** The archive and trash, page by page, latest first; read again when the board changes. */
export function useGoneTasks() {
  const { boardId } = useScreen();
  const trpc = useTrpc();
  const seq = useBoardPart((view) => view.seq);
  const pages = useInfiniteQuery(
    trpc.board.gone.infiniteQueryOptions({ boardId }, { getNextPageParam: (page) => page.nextCursor, staleTime: 0 }),
  );
  const { refetch } = pages;
  const readAt = useRef(seq);
  useEffect(() => {
    if (readAt.current === seq) return;
    readAt.current = seq;
    void refetch();
  }, [seq, refetch]);
  return { ...pages, tasks: pages.data?.pages.flatMap((page) => page.tasks) ?? [] };
}
