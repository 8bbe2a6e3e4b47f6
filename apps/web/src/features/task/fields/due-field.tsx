"use client";

import type { Hint } from "@kanban/domain/entities";
import { dueWording } from "../../board/card/due-wording.ts";
import { localDay, momentWords } from "../moment-words.ts";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { DueForm } from "./due-form.tsx";
import { FieldPopover } from "./field-popover.tsx";

const strings = taskStrings.fields;
const tones = { late: "text-danger font-strong", soon: "text-warn font-strong", later: "" } as const;

/** The due date with an optional time; a proposed one stands beside it in the hints' colour. `d` opens it. */
export function DueField({
  hint,
  open,
  onOpenChange,
}: {
  hint: Hint | undefined;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const { task, mutate } = useTaskPanel();
  const now = new Date();
  const set = (dueAt: string | null) => {
    mutate("task.update", { taskId: task.id, dueAt });
    onOpenChange(false);
  };
  // A finished task is not late any more.
  const tone = task.dueAt && !task.finishedAt ? dueWording(task.dueAt, now.getTime()).tone : "later";
  const value = (
    <>
      {task.dueAt ? (
        <span className={tones[tone]}>
          {momentWords(task.dueAt, now)}
          {tone === "late" && ` · ${dueWording(task.dueAt, now.getTime()).text.toLocaleLowerCase()}`}
        </span>
      ) : (
        <span className="text-ink-3">{strings.none}</span>
      )}
      {hint?.value.kind === "due-date" && (
        <span className="text-hint">{strings.hinted(momentWords(hint.value.dueAt, now))}</span>
      )}
    </>
  );
  return (
    <FieldPopover label={strings.due} value={value} open={open} onOpenChange={onOpenChange}>
      <DueForm dueAt={task.dueAt} today={localDay(now)} onSet={set} />
    </FieldPopover>
  );
}
