"use client";

import { CloudOff, LayoutGrid, WifiOff } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { AppLink } from "../../components/ui/app-link.tsx";
import { Button, buttonClass } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { startPreloading } from "../../lazy/preload.ts";
import { ListSkeleton } from "./list-skeleton.tsx";
import { listsStrings } from "./lists.strings.ts";
import { useListUndo } from "./use-list-undo.ts";
import type { List } from "./use-list.ts";

/** What a list says while there is nothing in it: its idea in one sentence, and the next step. */
export type ListEmpty = { icon: ReactNode; title: string; text: string; action?: ReactNode };

/** The screen of a list: its title and counts, its rows, or why there are none. */
export function ListFrame({
  title,
  list,
  empty,
  counts,
  aside,
  children,
}: {
  title: string;
  list: List<unknown>;
  empty: ListEmpty;
  /** What stands beside the title while there is something. */
  counts?: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  useEffect(startPreloading, []);
  useListUndo();
  if (list.status === "loading") return <ListSkeleton title={title} />;
  const isFull = list.status === "ready" && list.entries.length > 0;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="grid w-full max-w-3xl grid-cols-[minmax(0,1fr)] gap-3 px-5 pt-3 pb-16 max-sm:px-4">
        <header className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="text-xl font-bold tracking-[-0.015em]">{title}</h1>
          {isFull && counts && (
            <p role="status" className="text-sm text-ink-3">
              {counts}
            </p>
          )}
          {list.status === "ready" && list.boards > 0 && aside && <div className="ml-auto max-sm:ml-0">{aside}</div>}
        </header>
        {list.missing > 0 && <p className="text-sm text-warn">{listsStrings.someMissing(list.missing)}</p>}
        {isFull ? children : <NothingToShow title={title} list={list} empty={empty} />}
      </div>
    </div>
  );
}

function NothingToShow({ title, list, empty }: { title: string; list: List<unknown>; empty: ListEmpty }) {
  const retry = <Button onClick={list.retry}>{listsStrings.retry}</Button>;
  if (list.status === "offline")
    return (
      <EmptyState
        role="status"
        icon={<WifiOff size={18} aria-hidden />}
        title={listsStrings.offlineTitle(title)}
        text={listsStrings.offlineText(title)}
        action={retry}
      />
    );
  if (list.status === "failed")
    return (
      <EmptyState
        role="alert"
        icon={<CloudOff size={18} aria-hidden />}
        title={listsStrings.failedTitle}
        text={listsStrings.failedText}
        action={retry}
      />
    );
  const toBoards = (
    <AppLink href="/boards" className={buttonClass("outline")}>
      <LayoutGrid size={14} aria-hidden />
      {listsStrings.toBoards}
    </AppLink>
  );
  if (list.boards > 0) return <EmptyState {...empty} action={empty.action ?? toBoards} />;
  return (
    <EmptyState
      icon={<LayoutGrid size={18} aria-hidden />}
      title={listsStrings.noBoardsTitle}
      text={listsStrings.noBoardsText(title)}
      action={toBoards}
    />
  );
}
