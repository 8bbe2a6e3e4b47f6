"use client";

import { ArrowLeftRight } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import type { BoardId, TaskId } from "@kanban/domain/ids";
import { Dialog } from "../../components/ui/dialog.tsx";
import { Kbd } from "../../components/ui/kbd.tsx";
import { showToast } from "../../components/ui/toast.tsx";
import type { Mutate } from "../../sync/asked-change.ts";
import { useBoardSelector } from "../../sync/use-board.ts";
import { isTyping } from "../keyboard/is-typing.ts";
import { undoMutations } from "../undo/undo.ts";
import { LeavingList } from "./leaving-list.tsx";
import { makeRoom, type Room } from "./make-room.ts";
import { OverrideForm } from "./override-form.tsx";
import { type RoomChoices, roomChoices } from "./room-choices.ts";
import type { WipQuestion } from "./wip-question.ts";
import { wipStrings } from "./wip.strings.ts";

type Props = { boardId: BoardId; mutate: Mutate; question: WipQuestion; onClose: () => void };

/** Asks how a task gets into a full column: in exchange for another, once one is finished or waits, or past the limit. */
export function WipChooser(props: Props) {
  const choices = useBoardSelector(
    props.boardId,
    (view) => roomChoices(view, props.question),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
  return choices && <Chooser {...props} choices={choices} />;
}

function Chooser({ boardId, mutate, question, onClose, choices }: Props & { choices: RoomChoices }) {
  const { column, over, tasks, origin, done, waiting } = choices;
  const [chosen, setChosen] = useState<readonly TaskId[]>(() => tasks.slice(0, over).map(({ id }) => id));
  const first = useRef<HTMLButtonElement>(null);
  const reason = useRef<HTMLInputElement>(null);
  const canFit = over <= tasks.length;
  const oldest = tasks.slice(0, over);
  const isWhole = chosen.length === over && chosen.every((id) => tasks.some((task) => task.id === id));
  const titlesOf = (ids: readonly TaskId[]) =>
    ids.map((id) => `“${tasks.find((task) => task.id === id)?.title ?? ""}”`).join(", ");

  const run = (room: Room, said: string) => {
    onClose();
    const mutationId = makeRoom(mutate, question, room);
    if (!mutationId) return;
    question.onDone();
    const actions = [{ label: wipStrings.undo, run: () => void undoMutations(mutate, boardId, [mutationId]) }];
    showToast(said, { actions });
  };
  const swap = () => {
    if (!origin || !canFit) return;
    const leaving = oldest.map(({ id }) => id);
    const room = { leaving, toColumnId: origin.id, beforeId: question.entering[0], label: wipStrings.steps.swap };
    run(room, wipStrings.made.swap(titlesOf(leaving)));
  };
  const send = (way: typeof done, kind: "finish" | "wait") => {
    if (!way?.hasRoom || !isWhole) return;
    const room = { leaving: chosen, toColumnId: way.column.id, label: wipStrings.steps[kind] };
    run(room, wipStrings.made[kind](titlesOf(chosen)));
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const field = event.target instanceof HTMLInputElement && event.target.type === "text";
    if (field || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const acts: Record<string, () => void> = {
      s: swap,
      f: () => send(done, "finish"),
      w: () => send(waiting, "wait"),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={wipStrings.title(column.name)}
      description={wipStrings.text(column.name, choices.openTasks, column.wipLimit ?? 0)}
      initialFocus={canFit ? (origin ? first : undefined) : reason}
    >
      <div className="grid gap-4" onKeyDown={handleKeyDown}>
        {canFit && origin && (
          <button
            ref={first}
            type="button"
            onClick={swap}
            className="flex min-h-11 items-center gap-3 rounded-m border border-line-strong bg-surface px-3 py-2 text-left hover:bg-sunken"
          >
            <ArrowLeftRight size={15} aria-hidden className="shrink-0 text-accent" />
            <span className="grid min-w-0 flex-1">
              <span className="text-sm font-strong">{over === 1 ? wipStrings.swap : wipStrings.swapMany(over)}</span>
              <span className="truncate text-xs text-ink-3">
                {wipStrings.swapText(titlesOf(oldest.map(({ id }) => id)), origin.name)}
              </span>
            </span>
            <Kbd>s</Kbd>
          </button>
        )}
        {canFit && (done || waiting) && (
          <LeavingList
            tasks={tasks}
            over={over}
            chosen={chosen}
            isWhole={isWhole}
            done={done}
            waiting={waiting}
            onChoose={setChosen}
            onFinish={() => send(done, "finish")}
            onWait={() => send(waiting, "wait")}
          />
        )}
        {!canFit && <p className="text-sm text-warn">{wipStrings.tooMany(column.name, over - tasks.length)}</p>}
        <OverrideForm
          field={reason}
          isOnly={!canFit}
          onReason={(text) => {
            onClose();
            if (!question.ask({ reason: text }).refused) question.onDone();
          }}
        />
      </div>
    </Dialog>
  );
}
