import type { BoardId, MutationId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { Mutation } from "@kanban/domain/mutations";

/** One act of a hand: what a single undo takes back. */
export type UndoStep = {
  boardId: BoardId;
  /** In the order they were asked for. */
  mutationIds: readonly MutationId[];
  /** What was done: in words, or the name of the mutation whose words say it. */
  label: string;
  /** Milliseconds since 1970 of the last mutation. */
  at: number;
  /** Saves of one text while somebody types carry the same; `null` is never joined. */
  joins: string | null;
};

/** What can be undone and what can be redone, the latest last. */
export type UndoSteps = { done: readonly UndoStep[]; undone: readonly UndoStep[] };

export const noSteps: UndoSteps = { done: [], undone: [] };

/** Steps kept in each direction: far more than anybody remembers having done. */
const stepsKept = 100;
/** A pause in writing after which the next save is an act of its own. */
const joinWithinMs = 20_000;

/** The steps after one more act, which ends what could be redone on its board. */
export function withStep({ done, undone }: UndoSteps, step: UndoStep): UndoSteps {
  const last = done.at(-1);
  const isSame =
    last !== undefined &&
    step.joins !== null &&
    last.joins === step.joins &&
    step.at - last.at < joinWithinMs &&
    last.mutationIds.length < limits.mutationsPerUndo;
  const joined = isSame
    ? [...done.slice(0, -1), { ...last, at: step.at, mutationIds: [...last.mutationIds, ...step.mutationIds] }]
    : [...done, step];
  return { done: joined.slice(-stepsKept), undone: undone.filter(({ boardId }) => boardId !== step.boardId) };
}

/** The latest step of a board. */
export function latestOf(steps: readonly UndoStep[], boardId: BoardId): UndoStep | null {
  return steps.findLast((step) => step.boardId === boardId) ?? null;
}

/** The steps without a mutation that never came about. */
export function withoutMutation({ done, undone }: UndoSteps, mutationId: MutationId): UndoSteps {
  const drop = (steps: readonly UndoStep[]) =>
    steps
      .map((step) => ({ ...step, mutationIds: step.mutationIds.filter((id) => id !== mutationId) }))
      .filter((step) => step.mutationIds.length > 0);
  return { done: drop(done), undone: drop(undone) };
}

/** Says which saves belong together: the same text of the same task. */
export function joinKeyOf({ name, input }: Mutation): string | null {
  if (name !== "task.update") return null;
  const { boardId: _board, mutationId: _mutation, taskId, notesBaseVersion: _base, ...fields } = input;
  const [field, ...others] = Object.keys(fields);
  return others.length === 0 && (field === "notes" || field === "title") ? `${taskId} ${field}` : null;
}
