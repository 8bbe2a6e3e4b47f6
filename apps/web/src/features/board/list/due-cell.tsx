"use client";

import { firstDay, lastDay } from "@kanban/domain/whole-day";
import { useState } from "react";
import type { TaskCard } from "@kanban/domain/entities";
import { fieldsOf, momentOf } from "../../task/moment-words.ts";
import { DueBadge } from "../card/due-badge.tsx";
import { requestFocus } from "../focus/request-focus.ts";
import { useBoardPart, useCanEdit, useScreen } from "../state/screen.tsx";
import { listStrings } from "./list.strings.ts";

/** When the task is due; a press turns it into a date field, and a time it had stays. */
export function DueCell({ task, isNarrow }: { task: TaskCard; isNarrow: boolean }) {
  const screen = useScreen();
  const canEdit = useCanEdit();
  const isDone = useBoardPart((view) => view.columns[task.columnId]?.kind === "done");
  const [isEditing, setIsEditing] = useState(false);
  const badge = task.dueAt ? <DueBadge dueAt={task.dueAt} isDone={isDone} /> : null;
  if (!canEdit || isNarrow) return badge;
  const label = listStrings.change(listStrings.fields.due, task.title);
  const { day, time } = task.dueAt ? fieldsOf(task.dueAt) : { day: "", time: "" };
  const save = (next: string) => {
    setIsEditing(false);
    if (next !== day)
      screen.mutate("task.update", { taskId: task.id, dueAt: next === "" ? null : momentOf(next, time) });
  };
  if (isEditing)
    return (
      <input
        autoFocus
        type="date"
        aria-label={label}
        defaultValue={day}
        min={firstDay}
        max={lastDay}
        onBlur={(event) => save(event.currentTarget.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key !== "Enter" && event.key !== "Escape") return;
          if (event.key === "Enter") save(event.currentTarget.value);
          setIsEditing(false);
          requestFocus(screen, task.id);
        }}
        className="-ml-1.5 h-6 w-[116px] rounded-s border border-edge bg-surface px-1 text-xs"
      />
    );
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={badge ? undefined : `${label}: ${listStrings.noDate}`}
      onClick={() => setIsEditing(true)}
      className="-ml-1.5 flex h-6 w-[calc(100%+6px)] items-center rounded-s border border-transparent px-1.5 text-left text-xs hover:border-edge hover:bg-surface"
    >
      {badge ?? <span className="text-ink-3 opacity-0 hover:opacity-100">{listStrings.noDate}</span>}
    </button>
  );
}
