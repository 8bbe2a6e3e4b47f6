import { orderedColumns, tasksInColumn } from "@kanban/domain/board-view";
import type { ColumnKind } from "@kanban/domain/column-kind";
import type { BoardId } from "@kanban/domain/ids";
import type { Moment } from "@kanban/domain/moment";
import type { TodayTask } from "@kanban/domain/today/list-today";
import { nextDay } from "@kanban/domain/today/local-day";
import { showToast } from "../../components/ui/toast.tsx";
import type { Asked, Mutate } from "../../sync/asked-change.ts";
import type { SyncEngine } from "../../sync/sync-engine-types.ts";
import type { WipQuestion } from "../wip/wip-question.ts";
import { undoMutations } from "../undo/undo.ts";
import { todayStrings } from "./today.strings.ts";

/** A full column that asks before it takes a task of a board. */
export type FullColumn = { boardId: BoardId; mutate: Mutate; question: WipQuestion };

/** What rows of the list do; every change goes through the engine of the task's own board. */
export type TodayActs = ReturnType<typeof todayActs>;

/** The acts on tasks of any board. `onFull` is told when a full column asks. */
export function todayActs(engine: SyncEngine, onFull: (full: FullColumn) => void) {
  const say = ({ view }: TodayTask, { mutationId, refused }: Asked, text: string): boolean => {
    if (refused) return false;
    const boardId = view.board.id;
    const run = () => void undoMutations((name, input) => engine.mutate(boardId, name, input), boardId, [mutationId]);
    showToast(text, { actions: [{ label: todayStrings.undo, run }] });
    return true;
  };

  const moveTo = (entry: TodayTask, kind: ColumnKind, text: string, missing: string): boolean => {
    const { view, task } = entry;
    const column = orderedColumns(view).find((each) => each.kind === kind);
    if (!column) {
      showToast(missing, { tone: "danger" });
      return false;
    }
    const first = tasksInColumn(view, column.id)[0];
    const boardId = view.board.id;
    const mutate: Mutate = (name, input) => engine.mutate(boardId, name, input);
    const ask = (overrideWip?: { reason: string }) =>
      mutate("task.move", {
        taskId: task.id,
        toColumnId: column.id,
        ...(first ? { beforeId: first.id } : {}),
        overrideWip,
      });
    const asked = ask();
    if (asked.refused?.code === "WIP_REASON_REQUIRED") {
      const question = { columnId: column.id, entering: [task.id], ask, onDone: () => {} };
      onFull({ boardId, mutate, question });
    }
    return say(entry, asked, text);
  };

  return {
    finish: (entry: TodayTask) =>
      moveTo(entry, "done", todayStrings.finished(entry.task.title), todayStrings.noDoneColumn(entry.view.board.name)),
    start: (entry: TodayTask) =>
      moveTo(entry, "doing", todayStrings.started(entry.task.title), todayStrings.noDoingColumn(entry.view.board.name)),
    deferToTomorrow(entry: TodayTask, today: string): boolean {
      const { view, task } = entry;
      const asked = engine.mutate(view.board.id, "task.update", { taskId: task.id, deferUntil: nextDay(today) });
      return say(entry, asked, todayStrings.deferred(task.title));
    },
    setDue({ view, task }: TodayTask, dueAt: Moment | null): void {
      engine.mutate(view.board.id, "task.update", { taskId: task.id, dueAt });
    },
  };
}
