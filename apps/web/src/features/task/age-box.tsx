"use client";

import { usePace } from "../pace/pace-store.ts";
import { taskAge } from "../board/card/task-age.ts";
import { agoWords } from "./moment-words.ts";
import { taskStrings } from "./task.strings.ts";
import { useTaskPanel } from "./task-panel-context.tsx";

const strings = taskStrings.age;
const dayMs = 86_400_000;
const stepColors = { 1: "var(--line-strong)", 2: "var(--age-2)", 3: "var(--age-3)", 4: "var(--age-4)" } as const;

/** How long the task has been going, in words; the colour bar repeats what the card shows. */
export function AgeBox() {
  const { view, task } = useTaskPanel();
  const pace = usePace(view.board.id);
  const now = new Date();
  const age = taskAge(task, now.getTime(), pace);
  const column = view.columns[task.columnId];
  const captured = strings.captured(agoWords(task.capturedAt, now));
  // A task that has not moved entered its column when it was captured.
  const hasMoved = Date.parse(task.enteredColumnAt) - Date.parse(task.capturedAt) > 60_000;
  const entered = column && hasMoved ? strings.enteredColumn(column.name, agoWords(task.enteredColumnAt, now)) : null;
  const title = age
    ? strings.day(age.days)
    : task.finishedAt && task.startedAt
      ? strings.finishedAfter(
          Math.max(0, Math.floor((Date.parse(task.finishedAt) - Date.parse(task.startedAt)) / dayMs)),
        )
      : strings.notStarted;
  return (
    <section className="grid gap-1.5 rounded-m bg-surface p-2.5 text-xs text-ink-2 forced-colors:border">
      <h3 className="flex items-center gap-2 font-bold text-ink">
        {age && <span aria-hidden className="h-3 w-[3px] rounded-full" style={{ background: stepColors[age.step] }} />}
        {title}
      </h3>
      {age && pace && age.olderThan !== null && <p>{strings.olderThan(age.olderThan, pace.finished)}</p>}
      <p>
        {task.startedAt && !task.finishedAt ? strings.started(agoWords(task.startedAt, now)) : captured}
        {entered && (
          <>
            <br />
            {entered}
          </>
        )}
      </p>
    </section>
  );
}
