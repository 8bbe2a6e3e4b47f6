"use client";

import { orderedColumns, tasksInColumn } from "@kanban/domain/board-view";
import type { ColumnId } from "@kanban/domain/ids";
import { useState } from "react";
import { Menu, MenuRadioGroup } from "../../../components/ui/menu.tsx";
import { WipChooser } from "../../wip/wip-chooser.tsx";
import type { WipQuestion } from "../../wip/wip-question.ts";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { FieldRow, fieldValueClass } from "./field-row.tsx";

const strings = taskStrings.fields;

/** The column; choosing another moves the task to its end. `m` opens it. */
export function ColumnField({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { view, task, canEdit, mutate } = useTaskPanel();
  const [question, setQuestion] = useState<WipQuestion | null>(null);
  const column = view.columns[task.columnId];

  const moveTo = (toColumnId: ColumnId) => {
    const last = tasksInColumn(view, toColumnId).at(-1);
    const ask = (overrideWip?: { reason: string }) =>
      mutate("task.move", { taskId: task.id, toColumnId, afterId: last?.id ?? null, overrideWip });
    if (ask().refused?.code !== "WIP_REASON_REQUIRED") return;
    setQuestion({ columnId: toColumnId, entering: [task.id], ask, onDone: () => {} });
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
      {question && (
        <WipChooser boardId={view.board.id} mutate={mutate} question={question} onClose={() => setQuestion(null)} />
      )}
    </FieldRow>
  );
}
