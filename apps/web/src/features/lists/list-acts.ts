import { orderedColumns, tasksInColumn } from "@kanban/domain/board-view";
import type { ColumnKind } from "@kanban/domain/column-kind";
import type { BoardId } from "@kanban/domain/ids";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import type { Moment } from "@kanban/domain/moment";
import { showToast } from "../../components/ui/toast.tsx";
import type { Asked, Mutate } from "../../sync/asked-change.ts";
import type { SyncEngine } from "../../sync/sync-engine-types.ts";
import { undoMutations } from "../undo/undo.ts";
import { asOneStep } from "../undo/undo-steps.ts";
import type { WipQuestion } from "../wip/wip-question.ts";
import { listsStrings } from "./lists.strings.ts";

/** A full column that asks before it takes a task of a board. */
export type FullColumn = { boardId: BoardId; mutate: Mutate; question: WipQuestion };

/** What rows of lists do; every change goes through the engine of the task's own board. */
export type ListActs = ReturnType<typeof createListActs>;

/** The acts on tasks of any board. `onFull` is told when a full column asks. */
export function createListActs(engine: SyncEngine, onFull: (full: FullColumn) => void) {
  const mutateOn =
    (boardId: BoardId): Mutate =>
    (name, input) =>
      engine.mutate(boardId, name, input);

  /** Tells what was done, and how to take it back. */
  const say = (boardId: BoardId, { mutationId, refused }: Asked, text: string): boolean => {
    if (refused) return false;
    const run = () => void undoMutations(mutateOn(boardId), boardId, [mutationId]);
    showToast(text, { actions: [{ label: listsStrings.undo, run }] });
    return true;
  };

  const change = (entry: ListedTask, fields: { deferUntil?: Moment | null; dueAt?: Moment | null }) =>
    engine.mutate(entry.view.board.id, "task.update", { taskId: entry.task.id, ...fields });

  /** To the top of the first column of a kind; what `also` does belongs to the same act. */
  const moveTo = (entry: ListedTask, kind: ColumnKind, text: string, also?: () => void): boolean => {
    const { view, task } = entry;
    const boardId = view.board.id;
    const column = orderedColumns(view).find((each) => each.kind === kind);
    if (!column) {
      showToast(listsStrings.noColumn[kind](view.board.name), { tone: "danger" });
      return false;
    }
    const first = tasksInColumn(view, column.id)[0];
    const mutate = mutateOn(boardId);
    const ask = (overrideWip?: { reason: string }) =>
      asOneStep("task.move", () => {
        const before = first && first.id !== task.id ? { beforeId: first.id } : {};
        const moved = mutate("task.move", { taskId: task.id, toColumnId: column.id, ...before, overrideWip });
        if (!moved.refused) also?.();
        return moved;
      });
    const asked = ask();
    if (asked.refused?.code === "WIP_REASON_REQUIRED")
      onFull({ boardId, mutate, question: { columnId: column.id, entering: [task.id], ask, onDone: () => {} } });
    return say(boardId, asked, text);
  };

  return {
    mutateOn,
    say,
    moveTo,
    finish: (entry: ListedTask) => moveTo(entry, "done", listsStrings.finished(entry.task.title)),
    start: (entry: ListedTask) => moveTo(entry, "doing", listsStrings.started(entry.task.title)),
    /** `words` say when that is. */
    defer: (entry: ListedTask, until: Moment, words: string) =>
      say(entry.view.board.id, change(entry, { deferUntil: until }), listsStrings.deferredTo(entry.task.title, words)),
    /** Takes off the day until which it was put off. */
    wake: (entry: ListedTask, text: string) => say(entry.view.board.id, change(entry, { deferUntil: null }), text),
    /** Into the archive, to be looked up. */
    keep: ({ view, task }: ListedTask, text: string) =>
      say(view.board.id, engine.mutate(view.board.id, "task.archive", { taskId: task.id, asReference: true }), text),
    setDue: (entry: ListedTask, dueAt: Moment | null) => void change(entry, { dueAt }),
  };
}
