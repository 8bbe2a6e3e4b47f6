"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTrpcClient } from "../../../trpc/provider.tsx";
import { useBoardPart, useScreen } from "../state/screen.tsx";

type Client = ReturnType<typeof useTrpcClient>;
type Page = Awaited<ReturnType<Client["board"]["gone"]["query"]>>;
type Cursor = NonNullable<Page["nextCursor"]>;

/** The archive and trash, page by page, latest first; read again when the board changes. */
export function useGoneTasks() {
  const { boardId } = useScreen();
  const client = useTrpcClient();
  const seq = useBoardPart((view) => view.seq);
  const pages = useInfiniteQuery({
    queryKey: ["board.gone", boardId],
    // Not tRPC's own infinite query: it adds a key to the input, and inputs are strict.
    queryFn: ({ pageParam }) => client.board.gone.query({ boardId, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: null as Cursor | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
  const { refetch } = pages;
  const readAt = useRef(seq);
  useEffect(() => {
    if (readAt.current === seq) return;
    readAt.current = seq;
    void refetch();
  }, [seq, refetch]);
  return { ...pages, tasks: pages.data?.pages.flatMap((page) => page.tasks) ?? [] };
}
