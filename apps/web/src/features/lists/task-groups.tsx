"use client";

import { type ReactNode, useId, useRef } from "react";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import type { Now } from "@kanban/domain/today/next-action";
import type { ShortcutId } from "../keyboard/shortcuts.ts";
import type { RowAct } from "./row-act.ts";
import { TaskRow } from "./task-row.tsx";
import { useRowKeys } from "./use-row-keys.ts";

/** A heading and its rows; `title` is `null` for a list that needs no headings. */
export type ShownGroup<Entry extends ListedTask> = {
  key: string;
  title: string | null;
  /** The context the heading names. */
  context?: string | null;
  tasks: readonly Entry[];
};

/** What a list does with its rows. */
export type RowKind<Entry extends ListedTask> = {
  /** Groups of acts, in the order of the menu. */
  actsOf: (entry: Entry) => readonly (readonly RowAct[])[];
  /** The commands among them. */
  commands: readonly ShortcutId[];
  onFinish: (entry: Entry) => void;
  renderNote?: (entry: Entry) => ReactNode;
  showsPlace?: boolean;
};

/** Tasks under headings; `j` and `k` go through all of them. */
export function TaskGroups<Entry extends ListedTask>({
  groups,
  now,
  rows: { actsOf, commands, onFinish, renderNote, showsPlace = false },
}: {
  groups: readonly ShownGroup<Entry>[];
  now: Now;
  rows: RowKind<Entry>;
}) {
  const list = useRef<HTMLDivElement>(null);
  // Not the group's key, which can be a person's name: with a space in it it is two ids.
  const headingId = useId();
  const entries = groups.flatMap(({ tasks }) => tasks);
  const actsOfId = (id: string): readonly RowAct[] => {
    const entry = entries.find(({ task }) => task.id === id);
    if (!entry || entry.view.role === "viewer") return [];
    const finish: RowAct = { label: "", icon: null, command: "row-done", run: () => onFinish(entry) };
    return [finish, ...actsOf(entry).flat()];
  };
  const keys = useRowKeys(list, ["row-done", ...commands], actsOfId, entries.length);
  return (
    <div ref={list} onFocus={keys.onFocus} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {groups.map(({ key, title, context, tasks }, index) => (
        <section key={key} aria-labelledby={title === null ? undefined : `${headingId}-${index}`}>
          {title !== null && (
            <h2 id={`${headingId}-${index}`} className="flex items-baseline gap-2 px-0.5 pb-1.5 text-sm font-strong">
              {title}
              <span className="text-xs font-medium text-ink-3">{tasks.length}</span>
            </h2>
          )}
          <ul className="rounded-l border border-line bg-surface shadow-1">
            {tasks.map((entry) => (
              <TaskRow
                key={entry.task.id}
                entry={entry}
                now={now}
                acts={actsOf(entry)}
                onFinish={() => onFinish(entry)}
                under={context ?? null}
                note={renderNote?.(entry)}
                showsPlace={showsPlace}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
