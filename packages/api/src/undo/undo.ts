import { type BoardView, viewOfSnapshot } from "@kanban/domain/board-view";
import type { Change } from "@kanban/domain/change";
import type { TaskId } from "@kanban/domain/ids";
import type { MutationInput } from "@kanban/domain/mutations";
import { DomainError, refuse } from "@kanban/domain/refusal";
import { planUndo } from "@kanban/domain/undo/plan-undo";
import { lockBoard } from "../board/board.repository.ts";
import { readSnapshotInside } from "../board/snapshot.repository.ts";
import type { ActorContext } from "../context.ts";
import { type BoardScope, mutateBoard } from "../mutate-board.ts";
import { listTasksWithBodies } from "../task/opened-task.repository.ts";
import { cardOfTask } from "../task/task.repository.ts";
import { touchedBy } from "./touched-by.ts";
import { findLaterHand, listChangesOf, lockTouched } from "./undo.repository.ts";
import { writeChanges } from "./write-changes.ts";

/**
 * Takes back own mutations of this board, all or nothing, as ordinary changes. The same planner as in the browser works
 * on the whole board as it is now, so that both come to the same. Answers of mutations are forgotten after some days;
 * who comes later gets NOTHING_TO_UNDO.
 */
export function undo(ctx: ActorContext, input: MutationInput<"board.undo">) {
  return mutateBoard(ctx, "board.undo", input, async (scope) => {
    const done = await listChangesOf(scope.tx, scope.boardId, scope.actor, input.undoes);
    if (done.length === 0) refuse("NOTHING_TO_UNDO");
    const changes = done.map(({ change }) => change);
    const touched = touchedBy(changes);
    await lockTouched(scope.tx, scope.boardId, touched);
    if (
      changes.some(
        ({ type }) => type.startsWith("column.") || type.startsWith("task-link.") || type.startsWith("view."),
      )
    )
      await lockBoard(scope.tx, scope.boardId);
    const view = await loadView(scope, touched.taskIds);
    const undoing = await withName(scope, done.at(-1)!.seq, () => planUndo(view, changes, scope.now));
    return writeChanges(scope, view, undoing);
  });
}

async function loadView({ tx, boardId, actor }: BoardScope, taskIds: readonly TaskId[]): Promise<BoardView> {
  const view = viewOfSnapshot(await readSnapshotInside(tx, boardId, actor.userId));
  const loaded = await listTasksWithBodies(tx, boardId, taskIds);
  const gone = loaded.filter(({ task }) => !view.tasks[task.id]);
  return {
    ...view,
    details: Object.fromEntries(loaded.map(({ task, detail }) => [task.id, detail])),
    gone: Object.fromEntries(gone.map(({ task }) => [task.id, cardOfTask(task)])),
  };
}

/** A conflict says who it was. */
async function withName({ tx, boardId }: BoardScope, since: number, plan: () => Change[]): Promise<Change[]> {
  try {
    return plan();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "UNDO_CONFLICT") throw error;
    const { taskId } = error.details;
    const who = typeof taskId === "string" ? await findLaterHand(tx, boardId, taskId, since) : null;
    return refuse("UNDO_CONFLICT", { ...error.details, who });
  }
}
