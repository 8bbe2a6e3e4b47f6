"use client";

import { useMemo } from "react";
import type { Member, TaskCard } from "@kanban/domain/entities";
import { boardPath } from "../../boards/board-path.ts";
import type { References } from "../../editor/remark-references.ts";
import type { Mentionable } from "../../editor/use-editor-completion.tsx";
import { useTaskPanel } from "../task-panel-context.tsx";

/** What texts on this board can name (while they are written) and refer to (when they are read). */
export function useBoardText(): { mentionable: Mentionable; references: References; taskPrefix: string } {
  const { boardId, view } = useTaskPanel();
  const { tasks, members, board } = view;
  return useMemo(() => {
    const taskPrefix = `${boardPath(boardId)}/tasks/`;
    const people = Object.values<Member>(members).map(({ name }) => name);
    const byNumber = new Map<number, string>();
    for (const { number, title } of Object.values<TaskCard>(tasks)) byNumber.set(number, title);
    return {
      taskPrefix,
      mentionable: { boardKey: board.key, people, tasks: () => Object.values<TaskCard>(tasks) },
      references: {
        boardKey: board.key,
        people,
        // `HOME-12` means a task even when it is archived; `#12` may be any number, so there must be such a task.
        taskOf: (number, isNamed) =>
          isNamed || byNumber.has(number) ? { path: taskPrefix + number, title: byNumber.get(number) } : null,
      },
    };
  }, [boardId, tasks, members, board.key]);
}
