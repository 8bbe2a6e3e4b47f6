"use client";

import { limits } from "@kanban/domain/limits";
import { Button } from "../../../components/ui/button.tsx";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { saveNotes } from "./save-notes.ts";
import { type TextConflict, textConflicts } from "./text-conflicts.ts";

/** Two texts for the same notes, both shown whole; the person says which stays, or that both do, to be put together. */
export function NotesConflict({ conflict }: { conflict: TextConflict }) {
  const { boardId, task, mutate } = useTaskPanel();
  const strings = taskStrings.notes;
  const keep = (text: string) => {
    textConflicts.settle(task.id);
    saveNotes(mutate, boardId, task.id, text, conflict.theirsVersion);
  };
  const both = `${conflict.theirs.trimEnd()}\n\n---\n\n${conflict.mine}`;
  const sides = [
    { label: strings.mine, text: conflict.mine, action: strings.keepMine, choose: () => keep(conflict.mine) },
    {
      label: strings.theirs,
      text: conflict.theirs,
      action: strings.takeTheirs,
      choose: () => textConflicts.settle(task.id),
    },
  ];
  return (
    <section
      role="alert"
      aria-label={strings.conflictTitle}
      className="grid gap-3 rounded-m border border-line-strong bg-warn-soft p-3"
    >
      <div>
        <h3 className="text-sm font-bold">{strings.conflictTitle}</h3>
        <p className="text-sm text-ink-2">{strings.conflictText}</p>
      </div>
      <div className="grid grid-cols-2 gap-2 max-sm:grid-cols-1">
        {sides.map((side) => (
          <div key={side.label} className="grid grid-rows-[auto_1fr_auto] gap-1.5 rounded-m bg-raised p-2.5">
            <h4 className="text-xs font-medium text-ink-3">{side.label}</h4>
            <pre tabIndex={0} className="max-h-60 overflow-y-auto font-sans text-sm whitespace-pre-wrap wrap-anywhere">
              {side.text === "" ? strings.emptyText : side.text}
            </pre>
            <Button onClick={side.choose}>{side.action}</Button>
          </div>
        ))}
      </div>
      {both.length <= limits.notes && (
        <Button onClick={() => keep(both)} className="justify-self-start">
          {strings.keepBoth}
        </Button>
      )}
    </section>
  );
}
