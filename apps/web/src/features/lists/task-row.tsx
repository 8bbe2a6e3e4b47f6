"use client";

import { AlarmClock, Flame, Timer } from "lucide-react";
import type { ReactNode } from "react";
import { isBack } from "@kanban/domain/lists/list-of";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import type { Now } from "@kanban/domain/today/next-action";
import { AppLink } from "../../components/ui/app-link.tsx";
import { Checkbox } from "../../components/ui/checkbox.tsx";
import { ColorDot } from "../../components/ui/tag.tsx";
import { DueBadge } from "../board/card/due-badge.tsx";
import { ColumnIcon } from "../board/column/column-icon.tsx";
import { momentWords } from "../task/moment-words.ts";
import { taskPath } from "../task/task-location.ts";
import { listsStrings } from "./lists.strings.ts";
import { RowActs } from "./row-acts.tsx";
import type { RowAct } from "./row-act.ts";
import { rowClass } from "./row-class.ts";

/** One task of a list: a tick, its title, what decides whether now is the time, and what can be done with it from here. */
export function TaskRow({
  entry,
  now,
  acts,
  onFinish,
  under = null,
  note,
  showsPlace = false,
}: {
  entry: ListedTask;
  now: Now;
  acts: readonly (readonly RowAct[])[];
  onFinish?: (() => void) | undefined;
  /** The context whose heading it stands below: not said again. */
  under?: string | null;
  /** What this list says of a task before all else. */
  note?: ReactNode;
  /** Whether its column is told, where that is not the list's own. */
  showsPlace?: boolean;
}) {
  const { view, task, kind } = entry;
  const contexts = entry.contexts.filter((name) => name.toLowerCase() !== under?.toLowerCase());
  const canEdit = view.role !== "viewer";
  const project = task.projectId ? view.projects[task.projectId] : undefined;
  const column = view.columns[task.columnId];
  return (
    <li data-row={task.id} className={rowClass}>
      {onFinish && (
        <Checkbox
          checked={false}
          disabled={!canEdit}
          label={listsStrings.done(task.title)}
          onChange={onFinish}
          className="-mt-px"
        />
      )}
      <div className="grid min-w-0 flex-1 gap-0.5 pl-1 touch:py-2.5">
        <AppLink
          href={taskPath(view.board.id, task)}
          dir="auto"
          className="rounded-s text-md leading-5 font-title text-pretty wrap-anywhere text-ink hover:underline"
        >
          {task.title}
        </AppLink>
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-xs text-ink-3">
          <span className="font-mono text-2xs font-medium">
            {view.board.key}
            {task.number > 0 && `-${task.number}`}
          </span>
          {isBack(task, now) && task.deferUntil !== null && (
            <span className="inline-flex items-center gap-1 font-strong text-accent">
              <AlarmClock size={12} aria-hidden />
              {listsStrings.back(momentWords(task.deferUntil, now.at))}
            </span>
          )}
          {note}
          {kind === "doing" && <span className="font-strong text-accent">{listsStrings.inDoing}</span>}
          {showsPlace && kind !== "doing" && column && (
            <span className="inline-flex items-center gap-1">
              <ColumnIcon kind={kind} size={12} />
              {column.name}
            </span>
          )}
          {task.priority === "high" && <span className="font-strong text-ink-2">{listsStrings.highPriority}</span>}
          {task.dueAt && <DueBadge dueAt={task.dueAt} isDone={false} />}
          {task.estimateMinutes !== null && (
            <span className="inline-flex items-center gap-1">
              <Timer size={12} aria-hidden />
              {listsStrings.estimate(task.estimateMinutes)}
            </span>
          )}
          {task.energy && (
            <span className="inline-flex items-center gap-1">
              <Flame size={12} aria-hidden />
              {listsStrings.energyOf(task.energy)}
            </span>
          )}
          {project && (
            <span className="inline-flex min-w-0 items-center gap-1">
              <ColorDot color={project.color} />
              <span className="truncate">{project.name}</span>
            </span>
          )}
          {contexts.length > 0 && <span>{contexts.map((name) => `@${name.replace(/^@/u, "")}`).join(" ")}</span>}
        </p>
      </div>
      {canEdit && <RowActs label={listsStrings.more(task.title)} acts={acts} />}
    </li>
  );
}
