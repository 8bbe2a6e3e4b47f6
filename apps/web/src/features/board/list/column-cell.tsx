"use client";

import { orderedColumns } from "@kanban/domain/board-view";
import type { TaskCard } from "@kanban/domain/entities";
import { moveTask } from "../move/move-task.ts";
import { shownTaskIds } from "../state/board-order.ts";
import { useBoardPart, useCanEdit, useScreen } from "../state/screen.tsx";
import { CellSelect } from "./cell-select.tsx";
import { listStrings } from "./list.strings.ts";

/** Where the task is; choosing another column moves it to the end of that one. */
export function ColumnCell({ task, isNarrow }: { task: TaskCard; isNarrow: boolean }) {
  const screen = useScreen();
  const canEdit = useCanEdit();
  const columns = useBoardPart((view) => view.columns);
  const name = columns[task.columnId]?.name ?? "";
  if (!canEdit || isNarrow) return <span className="truncate text-ink-2">{name}</span>;
  return (
    <CellSelect
      label={listStrings.change(listStrings.fields.column, task.title)}
      value={task.columnId}
      options={orderedColumns({ columns }).map((column) => ({ value: column.id, label: column.name }))}
      onChange={(toColumnId) => {
        const index = shownTaskIds(screen.view(), toColumnId, screen.store.get().query).length;
        moveTask(screen, { taskId: task.id, toColumnId, index });
      }}
    />
  );
}
