"use client";

import { useRef } from "react";
import type { TaskId } from "@kanban/domain/ids";
import { Popover } from "../../../components/ui/popover.tsx";
import { choiceOf } from "../../task/fields/choices/choice-of.ts";
import { DueForm } from "../../task/fields/due-form.tsx";
import { OptionList } from "../../task/fields/option-list.tsx";
import { localDay } from "../../task/moment-words.ts";
import { taskStrings } from "../../task/task.strings.ts";
import { strings } from "../board.strings.ts";
import type { CardField } from "../state/screen-state.ts";
import { useBoardPart, useScreen } from "../state/screen.tsx";
import { useCardInHand } from "./use-card-in-hand.ts";
import { TitleForm } from "./title-form.tsx";

/** One field of a task, set at its card without opening the task. Closing it gives the focus back to the card. */
export function FieldAtCard({ taskId, field }: { taskId: TaskId; field: CardField }) {
  const screen = useScreen();
  const view = useBoardPart((whole) => whole);
  const input = useRef<HTMLInputElement>(null);
  const task = view.tasks[taskId];
  const anchor = useCardInHand(taskId);
  if (!task || !anchor) return null;
  const close = () => screen.store.set({ dialog: null });
  const layer = { open: true, onOpenChange: close, anchor };
  if (field === "title") {
    return (
      <Popover label={strings.card.editTitle(task.title)} {...layer} className="w-[300px] p-2!">
        <TitleForm
          title={task.title}
          onDone={(title) => {
            if (title !== null) screen.mutate("task.update", { taskId, title });
            close();
          }}
        />
      </Popover>
    );
  }
  if (field === "due") {
    const set = (dueAt: string | null) => {
      screen.mutate("task.update", { taskId, dueAt });
      close();
    };
    return (
      <Popover label={taskStrings.fields.due} {...layer}>
        <DueForm dueAt={task.dueAt} today={localDay(new Date())} onSet={set} />
      </Popover>
    );
  }
  const choice = choiceOf(field, { view, task, mutate: screen.mutate });
  return (
    <Popover label={choice.label} {...layer} initialFocus={input}>
      <OptionList choice={choice} field={input} onDone={close} />
    </Popover>
  );
}
