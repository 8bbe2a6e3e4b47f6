"use client";

import { CalendarClock, Ellipsis, Flame, Play, Sunrise, Timer } from "lucide-react";
import { AppLink } from "../../components/ui/app-link.tsx";
import type { TodayTask } from "@kanban/domain/today/list-today";
import { Checkbox } from "../../components/ui/checkbox.tsx";
import { IconButton, iconButtonClass } from "../../components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../components/ui/menu.tsx";
import { ColorDot } from "../../components/ui/tag.tsx";
import { DueBadge } from "../board/card/due-badge.tsx";
import { dayAfter, nextMonday } from "../task/moment-words.ts";
import { taskPath } from "../task/task-location.ts";
import type { TodayActs } from "./today-acts.ts";
import { todayStrings } from "./today.strings.ts";

/** One thing to do: a tick, its title, what decides whether now is the time, and what can be done with it from here. */
export function TodayRow({
  entry,
  day,
  acts,
  under,
}: {
  entry: TodayTask;
  day: string;
  acts: TodayActs;
  /** The context whose heading it stands below: not said again. */
  under: string | null;
}) {
  const { view, task, kind } = entry;
  const contexts = entry.contexts.filter((name) => name.toLowerCase() !== under?.toLowerCase());
  const canEdit = view.role !== "viewer";
  const project = task.projectId ? view.projects[task.projectId] : undefined;
  const isDoing = kind === "doing";
  return (
    <li
      data-today-row
      className="group/row relative flex items-start gap-1 py-1.5 pr-1.5 pl-2 not-first:border-t not-first:border-line first:rounded-t-l last:rounded-b-l hover:bg-[color-mix(in_oklab,var(--ink)_3%,transparent)]"
    >
      <Checkbox
        checked={false}
        disabled={!canEdit}
        label={todayStrings.done(task.title)}
        onChange={() => acts.finish(entry)}
        className="-mt-px"
      />
      <div className="grid min-w-0 flex-1 gap-0.5 pl-1 touch:py-2.5">
        <AppLink
          href={taskPath(view.board.id, task)}
          className="rounded-s text-md leading-5 font-title text-pretty break-words text-ink hover:underline"
        >
          {task.title}
        </AppLink>
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-xs text-ink-3">
          <span className="font-mono text-2xs font-medium">
            {view.board.key}
            {task.number > 0 && `-${task.number}`}
          </span>
          {isDoing && <span className="font-strong text-accent">{todayStrings.inDoing}</span>}
          {task.priority === "high" && <span className="font-strong text-ink-2">High priority</span>}
          {task.dueAt && <DueBadge dueAt={task.dueAt} isDone={false} />}
          {task.estimateMinutes !== null && (
            <span className="inline-flex items-center gap-1">
              <Timer size={12} aria-hidden />
              {todayStrings.estimate(task.estimateMinutes)}
            </span>
          )}
          {task.energy && (
            <span className="inline-flex items-center gap-1">
              <Flame size={12} aria-hidden />
              {todayStrings.energyOf(task.energy)}
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
      {canEdit && (
        <div className="flex shrink-0 items-center opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100 touch:opacity-100">
          {!isDoing && (
            <IconButton
              label={todayStrings.startOf(task.title)}
              onClick={() => acts.start(entry)}
              className="max-sm:hidden"
            >
              <Play size={14} aria-hidden />
            </IconButton>
          )}
          <IconButton
            label={todayStrings.tomorrowOf(task.title)}
            onClick={() => acts.deferToTomorrow(entry, day)}
            className="max-sm:hidden"
          >
            <Sunrise size={14} aria-hidden />
          </IconButton>
          <RowMenu entry={entry} day={day} acts={acts} />
        </div>
      )}
    </li>
  );
}

function RowMenu({ entry, day, acts }: { entry: TodayTask; day: string; acts: TodayActs }) {
  const { task, kind } = entry;
  const due = todayStrings.dueChoices;
  const icon = <CalendarClock size={14} aria-hidden />;
  return (
    <Menu
      align="end"
      label={todayStrings.more(task.title)}
      trigger={
        <button type="button" aria-label={todayStrings.more(task.title)} className={iconButtonClass()}>
          <Ellipsis size={14} aria-hidden />
        </button>
      }
    >
      {kind !== "doing" && (
        <MenuItem icon={<Play size={14} aria-hidden />} onSelect={() => acts.start(entry)}>
          {todayStrings.start}
        </MenuItem>
      )}
      <MenuItem icon={<Sunrise size={14} aria-hidden />} onSelect={() => acts.deferToTomorrow(entry, day)}>
        {todayStrings.tomorrow}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={icon} onSelect={() => acts.setDue(entry, day)}>
        {due.today}
      </MenuItem>
      <MenuItem icon={icon} onSelect={() => acts.setDue(entry, dayAfter(day, 1))}>
        {due.tomorrow}
      </MenuItem>
      <MenuItem icon={icon} onSelect={() => acts.setDue(entry, nextMonday(day))}>
        {due.monday}
      </MenuItem>
      {task.dueAt !== null && (
        <MenuItem icon={icon} onSelect={() => acts.setDue(entry, null)}>
          {due.none}
        </MenuItem>
      )}
    </Menu>
  );
}
