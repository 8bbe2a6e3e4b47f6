"use client";

import { CircleDashed } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, type RefObject, useRef } from "react";
import { dayAfter } from "@kanban/domain/filter/zoned-days";
import { classNames } from "../../../components/ui/class-names.ts";
import { taskPath } from "../../task/task-location.ts";
import { openTask } from "../card/open-task.ts";
import { useCardFocus } from "../focus/use-card-focus.ts";
import { useBoardPart, useCanEdit, useScreen } from "../state/screen.tsx";
import { calendarStrings } from "./calendar.strings.ts";
import type { CalendarEntry } from "./entries-by-day.ts";
import { setDueDay } from "./set-due-day.ts";
import { useTaskDrag } from "./use-task-drag.ts";

const daysByKey: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A task on a day. Dragged, or moved by Shift and an arrow; what only starts then is lighter and stays. */
export function Entry({
  entry: { task, kind, time },
  day,
  today,
  isWide = false,
}: {
  entry: CalendarEntry;
  day: string | null;
  today: string;
  isWide?: boolean;
}) {
  const screen = useScreen();
  const canEdit = useCanEdit();
  const isDone = useBoardPart((view) => view.columns[task.columnId]?.kind === "done");
  const isDue = kind === "due";
  const ref = useRef<HTMLAnchorElement>(null);
  useTaskDrag(ref, task.id, canEdit && isDue);
  const handleClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    openTask(screen, task.id);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const by = daysByKey[event.key];
    if (!event.shiftKey || by === undefined || !canEdit || !isDue) return;
    event.preventDefault();
    event.stopPropagation();
    setDueDay(screen, task.id, dayAfter(day ?? today, by));
  };
  const isLate = isDue && !isDone && day !== null && day < today;
  return (
    <>
      <a
        ref={ref}
        href={taskPath(screen.boardId, task)}
        {...(isDue ? { "data-task-id": task.id } : {})}
        data-entry
        draggable={canEdit && isDue}
        tabIndex={isWide ? 0 : -1}
        onClick={handleClick}
        onKeyDown={handleKeyDown}
        className={classNames(
          "flex min-w-0 items-center gap-1.5 rounded-s px-1.5 text-xs font-title focus-visible:-outline-offset-1 touch:min-h-11",
          isWide ? "min-h-7 py-1" : "h-5",
          isDue
            ? "border border-line bg-surface text-ink hover:border-line-strong"
            : "border border-dashed border-line-strong text-ink-3 hover:text-ink-2",
          isLate && "border-l-2 border-l-danger",
          isDone && "text-ink-3 line-through decoration-line-strong",
        )}
      >
        {!isDue && <CircleDashed size={11} aria-hidden className="shrink-0" />}
        {time !== null && (
          <span className="shrink-0 text-2xs text-ink-3 tabular-nums">
            {new Date(time).toLocaleTimeString(undefined, { hour: "numeric", minute: "2-digit" })}
          </span>
        )}
        {!isDue && <span className="sr-only">{calendarStrings.starts}: </span>}
        <span className="min-w-0 truncate">{task.title}</span>
      </a>
      {/* After the link: its ref is set by then. */}
      {isDue && <FocusOnRequest taskId={task.id} target={ref} />}
    </>
  );
}

function FocusOnRequest({
  taskId,
  target,
}: {
  taskId: CalendarEntry["task"]["id"];
  target: RefObject<HTMLElement | null>;
}) {
  useCardFocus(target, taskId);
  return null;
}
