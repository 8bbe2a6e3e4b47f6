"use client";

import { Button } from "../../../components/ui/button.tsx";
import { Skeleton } from "../../../components/ui/skeleton.tsx";
import { strings } from "../board.strings.ts";
import { GoneRow } from "./gone-row.tsx";
import { useGoneTasks } from "./use-gone-tasks.ts";

const texts = strings.gone;

/** The trash and the archive below each other, with a way back for each task. */
export function GoneLists() {
  const { tasks, isPending, isError, refetch, hasNextPage, fetchNextPage } = useGoneTasks();
  if (isError) {
    return (
      <div role="alert" className="flex items-center justify-between gap-3 text-sm">
        {texts.failed}
        <Button onClick={() => void refetch()}>{strings.board.retry}</Button>
      </div>
    );
  }
  if (isPending) {
    return (
      <div aria-busy="true" aria-label={texts.loading} className="grid gap-2">
        <Skeleton className="h-5 w-full" />
        <Skeleton className="h-5 w-4/5" />
      </div>
    );
  }
  const lists = [
    { title: texts.trashed, rows: tasks.filter((task) => task.deletedAt !== null) },
    { title: texts.archived, rows: tasks.filter((task) => task.deletedAt === null) },
  ];
  return (
    <div className="grid gap-4">
      {lists.map(({ title, rows }) => (
        <section key={title} aria-label={title}>
          <h3 className="pb-1 text-xs font-medium text-ink-3">{title}</h3>
          {rows.length === 0 && <p className="text-sm text-ink-3">{texts.empty}</p>}
          <ul className="divide-y divide-line">
            {rows.map(({ card, goneAt }) => (
              <GoneRow key={card.id} card={card} goneAt={goneAt} />
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()} className="justify-self-start">
          {texts.more}
        </Button>
      )}
    </div>
  );
}
