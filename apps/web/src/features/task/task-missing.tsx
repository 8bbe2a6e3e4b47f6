"use client";

import type { BoardId } from "@kanban/domain/ids";
import { useQuery } from "@tanstack/react-query";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { useMutate } from "../../sync/use-mutate.ts";
import { useTrpc } from "../../trpc/provider.tsx";
import type { TaskRef } from "./task-location.ts";
import { taskStrings } from "./task.strings.ts";

const strings = taskStrings.panel;

/** What an address shows whose task is not on the board: where the task is, if anywhere, and the way back. */
export function TaskMissing({
  boardId,
  taskRef,
  onClose,
}: {
  boardId: BoardId;
  taskRef: TaskRef;
  onClose: () => void;
}) {
  const mutate = useMutate(boardId);
  const which = "id" in taskRef ? { boardId, taskId: taskRef.id } : { boardId, number: taskRef.number };
  const gone = useQuery({ ...useTrpc().task.get.queryOptions(which), staleTime: 0, retry: false }).data;
  const text = gone?.deletedAt
    ? strings.inTrash(gone.card.title)
    : gone?.archivedAt
      ? strings.inArchive(gone.card.title)
      : strings.missingText;
  return (
    <div className="w-full py-8">
      <EmptyState
        role="status"
        title={strings.missingTitle}
        text={text}
        action={
          <>
            {gone && (
              <Button onClick={() => mutate("task.restore", { taskId: gone.card.id })}>{strings.restore}</Button>
            )}
            <Button tone="primary" onClick={onClose}>
              {strings.backToBoard}
            </Button>
          </>
        }
      />
    </div>
  );
}
