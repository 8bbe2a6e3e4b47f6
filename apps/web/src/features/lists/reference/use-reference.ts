"use client";

import type { BoardId, TaskId } from "@kanban/domain/ids";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { showToast } from "../../../components/ui/toast.tsx";
import { useSyncEngine } from "../../../sync/engine-context.tsx";
import { useConnection } from "../../../sync/use-connection.ts";
import type { ApiOutputs } from "../../../trpc/app-router.ts";
import { useTrpcClient } from "../../../trpc/provider.tsx";
import { undoMutations } from "../../undo/undo.ts";
import { listsStrings } from "../lists.strings.ts";
import { referenceStrings } from "./reference.strings.ts";

type Page = ApiOutputs["reference"]["list"];
/** A task that is kept. */
export type ReferenceEntry = Page["tasks"][number];

/** What is kept on all boards, looked up on the server page by page; what is brought back leaves at once. */
export function useReference(query: string) {
  const client = useTrpcClient();
  const engine = useSyncEngine();
  const { queued, state } = useConnection();
  const [leaving, setLeaving] = useState<ReadonlySet<TaskId>>(new Set());
  const answer = useInfiniteQuery({
    queryKey: ["reference", query],
    queryFn: ({ pageParam }) => client.reference.list.query({ query, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: null as Page["nextCursor"],
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    // Others keep things, too, and so do other devices.
    staleTime: 0,
    retry: 1,
  });
  const { refetch } = answer;
  const wasQueued = useRef(queued);
  useEffect(() => {
    // Everything asked for has reached the server: what it says now is the whole truth.
    const isThrough = wasQueued.current > 0 && queued === 0;
    wasQueued.current = queued;
    if (isThrough) void refetch().then(() => setLeaving(new Set()));
  }, [queued, refetch]);
  const entries = useMemo(
    () => (answer.data?.pages.flatMap((page) => page.tasks) ?? []).filter(({ taskId }) => !leaving.has(taskId)),
    [answer.data, leaving],
  );
  const mark = (taskId: TaskId, isLeaving: boolean) =>
    setLeaving((before) => new Set(isLeaving ? [...before, taskId] : [...before].filter((id) => id !== taskId)));
  return {
    entries,
    isPending: answer.isPending,
    isOffline: answer.fetchStatus === "paused" || (answer.isError && state === "offline"),
    isError: answer.isError,
    hasMore: answer.hasNextPage,
    showMore: () => void answer.fetchNextPage(),
    retry: () => void refetch(),
    bringBack({ boardId, taskId, title }: { boardId: BoardId; taskId: TaskId; title: string }) {
      const { mutationId, refused } = engine.mutate(boardId, "task.restore", { taskId });
      if (refused) return;
      mark(taskId, true);
      const run = () => {
        mark(taskId, false);
        undoMutations((name, input) => engine.mutate(boardId, name, input), boardId, [mutationId]);
      };
      showToast(referenceStrings.broughtBack(title), { actions: [{ label: listsStrings.undo, run }] });
    },
  };
}
