"use client";

import type { BoardId, MutationId } from "@kanban/domain/ids";
import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { showToast } from "../../components/ui/toast.tsx";
import { newId } from "../../sync/new-id.ts";
import { useTrpc, useTrpcClient } from "../../trpc/provider.tsx";
import { boardsStrings } from "./boards.strings.ts";
import type { BoardSummary } from "./use-boards.ts";

const newMutationId = () => newId<MutationId>();

function withDeletedAt(boards: readonly BoardSummary[], boardId: BoardId, deletedAt: string | null): BoardSummary[] {
  return boards.map((board) => (board.id === boardId ? { ...board, deletedAt } : board));
}

/** Creating, renaming, removing and restoring boards; each answers null (and says so) when it did not reach the server. */
export function useBoardCommands() {
  const client = useTrpcClient();
  const queryClient = useQueryClient();
  const listKey = useTrpc().board.list.queryKey();

  return useMemo(() => {
    const list = () => queryClient.getQueryData<BoardSummary[]>(listKey) ?? [];
    const show = (boards: BoardSummary[]) => queryClient.setQueryData(listKey, boards);

    /** Shows `after` at once; goes back to what was when the server could not be asked. */
    async function attempt<Answer>(after: BoardSummary[] | null, ask: () => Promise<Answer>): Promise<Answer | null> {
      const before = list();
      await queryClient.cancelQueries({ queryKey: listKey });
      if (after) show(after);
      try {
        return await ask();
      } catch {
        if (after) show(before);
        showToast(boardsStrings.failedToSave, { tone: "danger" });
        return null;
      } finally {
        void queryClient.invalidateQueries({ queryKey: listKey });
      }
    }

    const restore = (boardId: BoardId) =>
      attempt(withDeletedAt(list(), boardId, null), () =>
        client.board.restore.mutate({ boardId, mutationId: newMutationId() }),
      );

    return {
      create: (typed: { name: string; key: string }) =>
        attempt(null, () => client.board.create.mutate({ ...typed, mutationId: newMutationId() })),

      rename: (boardId: BoardId, typed: { name: string; key: string }) =>
        attempt(
          list().map((board) => (board.id === boardId ? { ...board, ...typed } : board)),
          () => client.board.update.mutate({ boardId, ...typed, mutationId: newMutationId() }),
        ),

      async moveToTrash(board: BoardSummary) {
        const answer = await attempt(withDeletedAt(list(), board.id, new Date().toISOString()), () =>
          client.board.remove.mutate({ boardId: board.id, mutationId: newMutationId() }),
        );
        const undo = { label: boardsStrings.undo, run: () => void restore(board.id) };
        if (answer !== null) showToast(boardsStrings.trashed(board.name), { actions: [undo] });
      },

      restore,

      loadDemo: () => attempt(null, () => client.demo.load.mutate({ mutationId: newMutationId() })),
    };
  }, [client, queryClient, listKey]);
}
