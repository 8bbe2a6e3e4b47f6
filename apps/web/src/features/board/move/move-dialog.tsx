"use client";

import { type RefObject, type SubmitEvent, useRef, useState } from "react";
import { orderedColumns, tasksInColumn } from "@kanban/domain/board-view";
import type { Column, TaskCard } from "@kanban/domain/entities";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { SelectField } from "../header/select-field.tsx";
import { strings } from "../board.strings.ts";
import { requestFocus } from "../focus/request-focus.ts";
import { moveTasks } from "../select/move-tasks.ts";
import { selectStrings } from "../select/select.strings.ts";
import { isSameList } from "../state/is-same-list.ts";
import { useBoardPart, useScreen, useScreenPart } from "../state/screen.tsx";

const texts = strings.move;
const atTop = "top";
const atEnd = "end";
const none: readonly TaskId[] = [];

/** The way to move a task without dragging it: choose a column and a place. */
export function MoveDialog() {
  const screen = useScreen();
  const asked = useScreenPart(({ dialog }) => (dialog?.kind === "move" ? dialog.taskIds : none));
  const tasks = useBoardPart((view) => asked.flatMap((id) => view.tasks[id] ?? []), isSameList<TaskCard>);
  const [first] = tasks;
  const field = useRef<HTMLSelectElement>(null);
  const close = () => screen.store.set({ dialog: null });
  return (
    <Dialog
      open={first !== undefined}
      onOpenChange={(open) => !open && close()}
      title={tasks.length > 1 ? selectStrings.moveTitle(tasks.length) : texts.title}
      description={tasks.length > 1 ? undefined : first?.title}
      initialFocus={field}
    >
      {first && <MoveForm key={first.id} tasks={tasks} first={first} field={field} onDone={close} />}
    </Dialog>
  );
}

function MoveForm({
  tasks,
  first: task,
  field,
  onDone,
}: {
  tasks: readonly TaskCard[];
  first: TaskCard;
  field: RefObject<HTMLSelectElement | null>;
  onDone: () => void;
}) {
  const screen = useScreen();
  const columns = useBoardPart(orderedColumns, isSameList<Column>);
  const [columnId, setColumnId] = useState<ColumnId>(task.columnId);
  const others = useBoardPart(
    (view) => tasksInColumn(view, columnId).filter(({ id }) => !tasks.some((moving) => moving.id === id)),
    isSameList<TaskCard>,
  );
  const [place, setPlace] = useState<string>(atEnd);
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    onDone();
    const ids = others.map(({ id }) => id);
    const index = place === atTop ? 0 : place === atEnd ? ids.length : ids.indexOf(place as TaskId) + 1;
    const taskIds = tasks.map(({ id }) => id);
    moveTasks(screen, { taskIds, toColumnId: columnId, index, others: ids });
    requestFocus(screen, task.id);
  };
  return (
    <form onSubmit={handleSubmit} className="grid gap-4">
      <SelectField
        field={field}
        label={texts.column}
        value={columnId}
        options={columns.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          setColumnId(id);
          setPlace(atEnd);
        }}
      />
      <SelectField
        label={texts.position}
        value={place}
        options={[
          { value: atEnd, label: texts.last },
          { value: atTop, label: texts.first },
          ...others.slice(0, -1).map(({ id, title }) => ({ value: id as string, label: texts.after(title) })),
        ]}
        onChange={setPlace}
      />
      <div className="flex justify-end gap-2">
        <Button tone="quiet" onClick={onDone}>
          {texts.cancel}
        </Button>
        <Button tone="primary" type="submit">
          {texts.move}
        </Button>
      </div>
    </form>
  );
}
