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
import { isSameList } from "../state/is-same-list.ts";
import { useBoardPart, useScreen, useScreenPart } from "../state/screen.tsx";
import { attempt } from "./attempt.ts";
import { announce } from "../state/announce.ts";
import { describePlace } from "./describe-place.ts";

const texts = strings.move;
const atTop = "top";
const atEnd = "end";

/** The way to move a task without dragging it: choose a column and a place. */
export function MoveDialog() {
  const screen = useScreen();
  const taskId = useScreenPart(({ dialog }) => (dialog?.kind === "move" ? dialog.taskId : null));
  const task = useBoardPart((view) => (taskId ? (view.tasks[taskId] ?? null) : null));
  const field = useRef<HTMLSelectElement>(null);
  const close = () => screen.store.set({ dialog: null });
  return (
    <Dialog
      open={task !== null}
      onOpenChange={(open) => !open && close()}
      title={texts.title}
      description={task?.title}
      initialFocus={field}
    >
      {task && <MoveForm key={task.id} task={task} field={field} onDone={close} />}
    </Dialog>
  );
}

function MoveForm({
  task,
  field,
  onDone,
}: {
  task: TaskCard;
  field: RefObject<HTMLSelectElement | null>;
  onDone: () => void;
}) {
  const screen = useScreen();
  const columns = useBoardPart(orderedColumns, isSameList<Column>);
  const [columnId, setColumnId] = useState<ColumnId>(task.columnId);
  const others = useBoardPart(
    (view) => tasksInColumn(view, columnId).filter(({ id }) => id !== task.id),
    isSameList<TaskCard>,
  );
  const [place, setPlace] = useState<string>(atEnd);
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    onDone();
    const anchors =
      place === atTop
        ? { beforeId: others[0]?.id ?? null }
        : { afterId: place === atEnd ? (others.at(-1)?.id ?? null) : (place as TaskId) };
    attempt(
      screen,
      (overrideWip) => screen.mutate("task.move", { taskId: task.id, toColumnId: columnId, ...anchors, overrideWip }),
      () => {
        announce(screen, texts.moved(task.title, describePlace(screen, task.id)));
        requestFocus(screen, task.id);
      },
    );
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
