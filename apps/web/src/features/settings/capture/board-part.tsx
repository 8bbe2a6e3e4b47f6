"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { BoardId } from "@kanban/domain/ids";
import { readId } from "@kanban/domain/read-id";
import { Button } from "../../../components/ui/button.tsx";
import { Skeleton } from "../../../components/ui/skeleton.tsx";
import { showToast } from "../../../components/ui/toast.tsx";
import { useTrpc } from "../../../trpc/provider.tsx";
import { useLiveBoards } from "../../boards/use-boards.ts";
import { BoardChoice } from "../devices/board-choice.tsx";
import { SettingsPart } from "../settings-part.tsx";
import { captureSettingsStrings } from "./capture-settings.strings.ts";

const strings = captureSettingsStrings.board;

/** Which inbox takes what names no board. */
export function BoardPart() {
  const trpc = useTrpc();
  const queryClient = useQueryClient();
  const options = trpc.capture.board.queryOptions(undefined, { staleTime: 0 });
  const chosen = useQuery(options);
  const boards = useLiveBoards().data;
  const choose = useMutation(
    trpc.capture.chooseBoard.mutationOptions({
      onSuccess: () => showToast(strings.saved, { id: "capture-board" }),
      onError: () => showToast(strings.failed, { id: "capture-board", tone: "danger" }),
      onSettled: () => queryClient.invalidateQueries({ queryKey: options.queryKey }),
    }),
  );
  const isOffline = chosen.fetchStatus === "paused";
  const hasFailed = !chosen.data && (chosen.isError || isOffline);
  const board = boards?.find(({ id }) => id === chosen.data?.boardId);
  return (
    <SettingsPart title={strings.heading} note={strings.note}>
      {!chosen.data && !hasFailed && (
        <div role="status" aria-label={strings.loading}>
          <Skeleton className="h-9 w-64" />
        </div>
      )}
      {hasFailed && (
        <p role={isOffline ? "status" : "alert"} className="flex flex-wrap items-center gap-3 text-sm text-ink-2">
          {isOffline ? strings.offline : strings.failedLoad}
          <Button onClick={() => void chosen.refetch()}>{strings.retry}</Button>
        </p>
      )}
      {chosen.data && (
        <div className="grid max-w-sm gap-1.5">
          <BoardChoice
            label={strings.label}
            none={strings.none}
            value={readId<BoardId>(choose.isPending ? choose.variables.boardId : chosen.data.chosen)}
            onChange={(boardId) => choose.mutate({ boardId })}
          />
          <p role="status" className="text-sm text-ink-2">
            {chosen.data.boardId === null ? strings.nowhere : board && strings.goesTo(board.name)}
          </p>
        </div>
      )}
    </SettingsPart>
  );
}
