"use client";

import type { BoardId } from "@kanban/domain/ids";
import { CloudOff, LayoutGrid, Plus, WifiOff } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { showToast } from "../../components/ui/toast.tsx";
import { startPreloading } from "../../lazy/preload.ts";
import { boardPath } from "./board-path.ts";
import { BoardDialog } from "./board-dialog.tsx";
import { BoardRow } from "./board-row.tsx";
import { BoardsSkeleton } from "./boards-skeleton.tsx";
import { boardsStrings } from "./boards.strings.ts";
import { TrashedBoards } from "./trashed-boards.tsx";
import { useBoardCommands } from "./use-board-commands.ts";
import { useBoards } from "./use-boards.ts";

type Asking = { kind: "create" } | { kind: "rename"; boardId: BoardId } | null;

/** The list of boards and what can be done with a whole board. */
export function BoardsScreen() {
  useEffect(startPreloading, []);
  const router = useRouter();
  const boards = useBoards();
  const commands = useBoardCommands();
  const [asking, setAsking] = useState<Asking>(null);
  const [isLoadingDemo, setLoadingDemo] = useState(false);
  const list = (boards.data ?? []).filter((board) => board.deletedAt === null);
  const trashed = (boards.data ?? []).filter((board) => board.deletedAt !== null);
  const renamed = asking?.kind === "rename" ? list.find(({ id }) => id === asking.boardId) : undefined;
  const takenKeys = new Set(list.map(({ key }) => key));
  const loadDemo = async () => {
    setLoadingDemo(true);
    const loaded = await commands.loadDemo();
    setLoadingDemo(false);
    if (loaded?.boardId) router.push(boardPath(loaded.boardId));
    else if (loaded) showToast(boardsStrings.demoExists);
  };
  const retry = <Button onClick={() => void boards.refetch()}>{boardsStrings.retry}</Button>;

  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="grid w-full max-w-3xl grid-cols-[minmax(0,1fr)] gap-4 px-5 pt-3 pb-12 max-sm:px-4">
        <header className="flex min-h-8 items-center justify-between gap-3">
          <h1 className="text-xl font-bold tracking-[-0.015em]">{boardsStrings.title}</h1>
          {list.length > 0 && (
            <Button tone="primary" onClick={() => setAsking({ kind: "create" })}>
              <Plus size={14} aria-hidden />
              {boardsStrings.newBoard}
            </Button>
          )}
        </header>
        {boards.isPending && boards.fetchStatus !== "paused" && <BoardsSkeleton />}
        {boards.isPending && boards.fetchStatus === "paused" && (
          <EmptyState
            role="status"
            icon={<WifiOff size={18} aria-hidden />}
            title={boardsStrings.offlineTitle}
            text={boardsStrings.offlineText}
            action={retry}
          />
        )}
        {boards.isError && !boards.data && (
          <EmptyState
            role="alert"
            icon={<CloudOff size={18} aria-hidden />}
            title={boardsStrings.failedTitle}
            text={boardsStrings.failedText}
            action={retry}
          />
        )}
        {boards.isError && boards.data && <p className="text-sm text-warn">{boardsStrings.staleList}</p>}
        {boards.data && list.length === 0 && (
          <EmptyState
            icon={<LayoutGrid size={18} aria-hidden />}
            title={boardsStrings.emptyTitle}
            text={boardsStrings.emptyText}
            action={
              <>
                <Button tone="primary" onClick={() => setAsking({ kind: "create" })}>
                  <Plus size={14} aria-hidden />
                  {boardsStrings.newBoard}
                </Button>
                <Button disabled={isLoadingDemo} aria-busy={isLoadingDemo} onClick={() => void loadDemo()}>
                  {boardsStrings.loadDemo}
                </Button>
              </>
            }
          />
        )}
        {list.length > 0 && (
          <ul className="rounded-l border border-line bg-surface shadow-1">
            {list.map((board) => (
              <BoardRow
                key={board.id}
                board={board}
                onRename={() => setAsking({ kind: "rename", boardId: board.id })}
                onMoveToTrash={() => void commands.moveToTrash(board)}
              />
            ))}
          </ul>
        )}
        {trashed.length > 0 && (
          <TrashedBoards boards={trashed} onRestore={(boardId) => void commands.restore(boardId)} />
        )}
      </div>
      <BoardDialog
        open={asking?.kind === "create"}
        onOpenChange={(open) => !open && setAsking(null)}
        takenKeys={takenKeys}
        onSave={async (typed) => {
          const created = await commands.create(typed);
          if (created) router.push(boardPath(created.boardId));
          return created !== null;
        }}
      />
      <BoardDialog
        open={renamed !== undefined}
        onOpenChange={(open) => !open && setAsking(null)}
        board={renamed}
        takenKeys={takenKeys}
        onSave={async (typed) => renamed !== undefined && (await commands.rename(renamed.id, typed)) !== null}
      />
    </div>
  );
}
