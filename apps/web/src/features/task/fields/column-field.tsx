"use client";

import { orderedColumns, tasksInColumn } from "@kanban/domain/board-view";
import type { Column } from "@kanban/domain/entities";
import type { ColumnId } from "@kanban/domain/ids";
import { useState } from "react";
import { Menu, MenuRadioGroup } from "../../../components/ui/menu.tsx";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { FieldRow, fieldValueClass } from "./field-row.tsx";
import { WipReasonDialog } from "./wip-reason-dialog.tsx";

const strings = taskStrings.fields;

/** The column; choosing another moves the task to its end. `m` opens it. */
export function ColumnField({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { view, task, canEdit, mutate } = useTaskPanel();
  const [full, setFull] = useState<Column | null>(null);
  const column = view.columns[task.columnId];

  const moveTo = (toColumnId: ColumnId, reason?: string) => {
    const last = tasksInColumn(view, toColumnId).at(-1);
    const { refused } = mutate("task.move", {
      taskId: task.id,
      toColumnId,
      afterId: last?.id ?? null,
      ...(reason === undefined ? {} : { overrideWip: { reason } }),
    });
    if (refused?.code === "WIP_REASON_REQUIRED") setFull(view.columns[toColumnId] ?? null);
  };

  if (!column) return null;
  if (!canEdit) {
    return (
      <FieldRow label={strings.column}>
        <span className="min-w-0 truncate text-sm">{column.name}</span>
      </FieldRow>
    );
  }
  const options = orderedColumns(view).map(({ id, name, wipLimit }) => {
    const open = tasksInColumn(view, id).length;
    return { value: id, label: name, note: wipLimit === null ? undefined : `${open}/${wipLimit}` };
  });
  return (
    <FieldRow label={strings.column}>
      <Menu
        label={strings.moveTo}
        open={open}
        onOpenChange={onOpenChange}
        trigger={
          <button
            type="button"
            aria-label={`${strings.column}: ${column.name}. ${strings.moveTo}`}
            className={fieldValueClass}
          >
            <span className="min-w-0 truncate">{column.name}</span>
          </button>
        }
      >
        <MenuRadioGroup
          label={strings.moveTo}
          value={task.columnId}
          options={options}
          onChange={(id) => id !== task.columnId && moveTo(id)}
        />
      </Menu>
      {full && (
        <WipReasonDialog
          column={full}
          onClose={() => setFull(null)}
          onReason={(reason) => {
            setFull(null);
            moveTo(full.id, reason);
          }}
        />
      )}
    </FieldRow>
  );
}
