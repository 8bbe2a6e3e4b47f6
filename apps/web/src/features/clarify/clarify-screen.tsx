"use client";

import type { BoardId } from "@kanban/domain/ids";
import { listInbox } from "@kanban/domain/lists/list-inbox";
import { readId } from "@kanban/domain/read-id";
import { CloudOff, Eye, SearchX, WifiOff } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { startPreloading } from "../../lazy/preload.ts";
import { boardPath } from "../boards/board-path.ts";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { listPath } from "../lists/list-places.ts";
import { type List, useList } from "../lists/use-list.ts";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { clarifyStrings } from "./clarify.strings.ts";
import { Deck } from "./deck.tsx";
import { DeckFrame } from "./deck-frame.tsx";
import { DeckSkeleton } from "./deck-skeleton.tsx";

/** The deck over the inbox of one board or of all, or why there is none. */
export function ClarifyScreen() {
  const router = useRouter();
  const boardId = readId<BoardId>(useSearchParams().get("board"));
  const list = useList(listInbox);
  useEffect(startPreloading, []);
  const leave = () => router.push(boardId ? boardPath(boardId) : listPath("inbox"));
  const board = list.views.find((view) => view.board.id === boardId);
  if (list.status === "loading" || (boardId && !board && list.isComing)) return <DeckSkeleton />;
  const notice = noticeOf(list, boardId, board?.role === "viewer");
  if (notice) return <Notice {...notice} onRetry={list.retry} onLeave={leave} />;
  const entries = boardId ? list.entries.filter(({ view }) => view.board.id === boardId) : list.entries;
  return <Deck key={boardId ?? "all"} entries={entries} now={list.now} onLeave={leave} />;
}

type NoticeText = { icon: ReactNode; title: string; text: string; canRetry?: true };

function noticeOf(list: List<ListedTask>, boardId: BoardId | null, isViewer: boolean): NoticeText | null {
  const strings = clarifyStrings;
  if (list.status === "offline")
    return {
      icon: <WifiOff size={18} aria-hidden />,
      title: strings.offlineTitle,
      text: strings.offlineText,
      canRetry: true,
    };
  if (list.status === "failed")
    return {
      icon: <CloudOff size={18} aria-hidden />,
      title: strings.failedTitle,
      text: strings.failedText,
      canRetry: true,
    };
  if (isViewer) return { icon: <Eye size={18} aria-hidden />, title: strings.viewerTitle, text: strings.viewerText };
  if (boardId && !list.views.some(({ board }) => board.id === boardId))
    return { icon: <SearchX size={18} aria-hidden />, title: strings.missingTitle, text: strings.missingText };
  return null;
}

function Notice({
  icon,
  title,
  text,
  canRetry,
  onRetry,
  onLeave,
}: NoticeText & { onRetry: () => void; onLeave: () => void }) {
  useShortcuts({ "clarify-leave": onLeave });
  return (
    <DeckFrame head={<h1 className="font-bold text-ink">{clarifyStrings.title}</h1>}>
      <div className="my-auto">
        <EmptyState
          role="status"
          icon={icon}
          title={title}
          text={text}
          action={
            <>
              {canRetry && <Button onClick={onRetry}>{clarifyStrings.retry}</Button>}
              <Button keys="Esc" onClick={onLeave}>
                {clarifyStrings.leave}
              </Button>
            </>
          }
        />
      </div>
    </DeckFrame>
  );
}
