"use client";

import type { TaskCard } from "@kanban/domain/entities";
import type { TaskId, TaskLinkId } from "@kanban/domain/ids";
import { linksOfTask } from "@kanban/domain/task-links";
import { useState } from "react";
import { newId } from "../../../sync/new-id.ts";
import { FieldRow } from "../fields/field-row.tsx";
import { OptionPicker } from "../fields/option-picker.tsx";
import { useTaskPanel } from "../task-panel-context.tsx";
import { askedLink, type LinkSide, linkSides } from "./link-sides.ts";
import { linkStrings } from "./link-strings.ts";

/** What the task waits for, holds up and goes with; others are found by number or title. */
export function LinkFields() {
  return linkSides.map((side) => <LinkField key={side} side={side} />);
}

function LinkField({ side }: { side: LinkSide }) {
  const { view, task, canEdit, mutate } = useTaskPanel();
  const [open, setOpen] = useState(false);
  const linked = linksOfTask(view, task.id)[side];
  const label = linkStrings.sides[side];
  const toggle = (otherId: TaskId) => {
    const known = linked.find((each) => each.task.id === otherId);
    if (known) mutate("taskLink.remove", { linkId: known.link.id });
    else mutate("taskLink.create", { linkId: newId<TaskLinkId>(), ...askedLink(side, task.id, otherId) });
  };
  const keyOf = (other: TaskCard) => (other.number > 0 ? `${view.board.key}-${other.number}` : other.title);
  const value =
    linked.length > 0 ? (
      <span className="min-w-0 font-mono text-xs wrap-anywhere">
        {linked.map((each) => keyOf(each.task)).join(", ")}
      </span>
    ) : (
      <span className="text-ink-3">{linkStrings.none}</span>
    );
  return (
    <FieldRow label={label}>
      {canEdit ? (
        <OptionPicker
          choice={{
            label,
            placeholder: linkStrings.find,
            options: open ? optionsOf(Object.values<TaskCard>(view.tasks), task.id, keyOf) : [],
            chosen: linked.map((each) => each.task.id),
            closesOnChoice: false,
            onToggle: toggle,
            onCreate: null,
          }}
          open={open}
          onOpenChange={setOpen}
        >
          {value}
        </OptionPicker>
      ) : (
        value
      )}
    </FieldRow>
  );
}

function optionsOf(tasks: readonly TaskCard[], taskId: TaskId, keyOf: (task: TaskCard) => string) {
  return tasks
    .filter((other) => other.id !== taskId && other.finishedAt === null)
    .map((other) => ({ id: other.id, name: `${keyOf(other)} ${other.title}` }));
}
