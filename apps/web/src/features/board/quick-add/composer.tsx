"use client";

import { type KeyboardEvent, useId, useRef } from "react";
import type { Column } from "@kanban/domain/entities";
import { spotOf } from "@kanban/domain/grouping/lane-grid";
import type { TaskId } from "@kanban/domain/ids";
import { Button } from "../../../components/ui/button.tsx";
import { DraftNote } from "../../drafts/draft-note.tsx";
import { strings } from "../board.strings.ts";
import { openTask } from "../card/open-task.ts";
import { liftGrid } from "../move/lift-grid.ts";
import { announce } from "../state/announce.ts";
import { cellName } from "../state/cell-name.ts";
import { useScreen } from "../state/screen.tsx";
import type { ComposerEdge } from "../state/screen-state.ts";
import { Chips } from "./chips.tsx";
import { composerBoxClass, composerPlace } from "./composer-place.ts";
import { createTask } from "./create-tasks.ts";
import { LineButtons } from "./line-buttons.tsx";
import { LineField } from "./line-field.tsx";
import { LineProblem } from "./line-problem.tsx";
import { PastePreview } from "./paste-preview.tsx";
import { useLaneChip } from "./use-lane-chip.tsx";
import { useLine } from "./use-line.ts";
import { useSubmit } from "./use-submit.ts";
import { usePasted } from "./use-pasted.ts";

export type ComposerProps = {
  column: Column;
  edge: ComposerEdge;
  /** Tasks go below this one, one after the other. */
  below?: TaskId | null;
  /** Tasks take the value of this lane, unless their line says another. */
  lane?: string | undefined;
  onAdded: () => void;
};

/** The quick-add field of a column: stays open, Enter adds, Ctrl+Enter adds and opens, Esc keeps the draft. */
export function Composer({ column, edge, below = null, lane: inLane, onAdded }: ComposerProps) {
  const screen = useScreen();
  const place = composerPlace(column.id);
  const field = useRef<HTMLTextAreaElement>(null);
  const line = useLine(place, field);
  const { lane, chip, renew } = useLaneChip(inLane, line);
  const pasted = usePasted(place, line, { columnId: column.id, edge, below, lane });
  const lastAdded = useRef<TaskId | null>(below);
  const hintId = useId();
  const { task } = line;
  const close = () => screen.store.set({ composer: null });
  const add = (opens: boolean) => {
    createTask(screen, task, { columnId: column.id, edge, lane, lastAdded: lastAdded.current }, (taskId) => {
      lastAdded.current = taskId;
      const landedIn = spotOf(liftGrid(screen, true), taskId)?.lane;
      announce(screen, strings.add.added(task.title, cellName(screen, column.id, landedIn)));
      line.clear();
      renew();
      onAdded();
      if (!opens) return;
      close();
      openTask(screen, taskId);
    });
  };
  const submit = useSubmit(place, line, add);
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey) submit(event.ctrlKey || event.metaKey);
    else if (event.key === "Escape") close();
    else if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (pasted.text !== null) {
    return (
      <div className={composerBoxClass}>
        <PastePreview
          text={pasted.text}
          columnId={column.id}
          lane={lane}
          readDates={line.readDates}
          onMany={(tasks) => {
            pasted.takeMany(tasks);
            onAdded();
          }}
          onOne={pasted.takeOne}
          onCancel={pasted.drop}
          onEscape={close}
        />
      </div>
    );
  }
  return (
    <form
      className={composerBoxClass}
      onSubmit={(event) => {
        event.preventDefault();
        submit(false);
      }}
    >
      <LineField
        line={line}
        label={strings.add.field(cellName(screen, column.id, inLane))}
        describedBy={hintId}
        onKeyDown={handleKeyDown}
        onPaste={pasted.handlePaste}
      />
      <Chips line={line} lane={chip} />
      <LineProblem line={line} />
      {line.isRestored && <DraftNote onDiscard={line.clear} />}
      <LineButtons line={line} />
      <div className="flex items-center justify-between gap-2 text-2xs text-ink-3">
        <span id={hintId} hidden>
          {strings.add.syntaxHint}
        </span>
        <span className="touch:hidden">{strings.add.enterAdds}</span>
        <span className="touch:hidden">{strings.add.ctrlEnterOpens}</span>
        <span className="hidden w-full justify-between touch:flex">
          <Button tone="quiet" onClick={close}>
            {strings.add.close}
          </Button>
          <Button tone="primary" type="submit">
            {strings.add.submit}
          </Button>
        </span>
      </div>
    </form>
  );
}
