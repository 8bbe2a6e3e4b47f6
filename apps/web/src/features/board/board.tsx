"use client";

import { LayoutGrid, RotateCw, SearchX, TriangleAlert } from "lucide-react";
import { AppLink } from "../../components/ui/app-link.tsx";
import type { BoardId } from "@kanban/domain/ids";
import { Button, buttonClass } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { useBoard } from "../../sync/use-board.ts";
import { strings } from "./board.strings.ts";
import { BoardScreenView } from "./board-screen.tsx";
import { BoardSkeleton } from "./board-skeleton.tsx";
import { ScreenProvider } from "./state/screen.tsx";

/** A board by its id: loading, missing, failed, or the screen itself. An old copy on this device is shown at once. */
export function Board({ boardId }: { boardId: BoardId }) {
  const { status, view, retry } = useBoard(boardId);
  if (status === "missing") return <MissingBoard />;
  if (view) {
    return (
      <ScreenProvider boardId={boardId}>
        <BoardScreenView />
      </ScreenProvider>
    );
  }
  if (status === "error") return <FailedBoard onRetry={retry} />;
  return <BoardSkeleton />;
}

function MissingBoard() {
  const action = (
    <AppLink href="/boards" className={buttonClass("primary")}>
      <LayoutGrid size={14} aria-hidden />
      {strings.board.toBoards}
    </AppLink>
  );
  return (
    <EmptyState
      icon={<SearchX size={18} />}
      title={strings.board.missingTitle}
      text={strings.board.missingText}
      action={action}
    />
  );
}

function FailedBoard({ onRetry }: { onRetry: () => void }) {
  const action = (
    <Button tone="primary" onClick={onRetry}>
      <RotateCw size={14} aria-hidden />
      {strings.board.retry}
    </Button>
  );
  return (
    <EmptyState
      role="alert"
      icon={<TriangleAlert size={18} />}
      title={strings.board.failedTitle}
      text={strings.board.failedText}
      action={action}
    />
  );
}
