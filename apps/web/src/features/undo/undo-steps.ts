import type { BoardId, MutationId } from "@kanban/domain/ids";
import type { Mutation } from "@kanban/domain/mutations";
import { ownerKey } from "../auth/owner-key.ts";
import { createStore, type Store } from "../store/create-store.ts";
import { joinKeyOf, noSteps, type UndoStep, type UndoSteps, withoutMutation, withStep } from "./undo-step.ts";

/*
 * What this tab's hand has done, kept for the tab's life, reloads included: another tab has an Undo of its own. Only ids
 * are kept; what they changed is in the board's history and in the server's log.
 */
const storageKey = () => ownerKey("kanban.undo-steps");

function read(): UndoSteps {
  try {
    const kept = sessionStorage.getItem(storageKey());
    return kept ? (JSON.parse(kept) as UndoSteps) : noSteps;
  } catch {
    return noSteps;
  }
}

let opened: Store<UndoSteps> | null = null;

/** Read at first use: before, it is not known whose page this is. */
function steps(): Store<UndoSteps> {
  return (opened ??= createStore<UndoSteps>(read()));
}

/** The steps of this tab and of whoever's page it is. */
export const undoSteps: Store<UndoSteps> = {
  get: () => steps().get(),
  set(change) {
    steps().set(change);
    try {
      sessionStorage.setItem(storageKey(), JSON.stringify(steps().get()));
    } catch {
      // Without storage steps end with the page.
    }
  },
  subscribe: (listener) => steps().subscribe(listener),
};

let open: { label: string; ids: Map<BoardId, MutationId[]> } | null = null;

/**
 * Runs `act`, whose mutations become one step of undo under `label`: words, or the name of the mutation that says what was
 * done. Acts inside it belong to it.
 */
export function asOneStep<Result>(label: string, act: () => Result): Result {
  if (open) return act();
  const step = { label, ids: new Map<BoardId, MutationId[]>() };
  open = step;
  try {
    return act();
  } finally {
    open = null;
    for (const [boardId, mutationIds] of step.ids) add({ boardId, mutationIds, label, at: Date.now(), joins: null });
  }
}

/** Takes note of a change this tab has asked for. */
export function noteQueued(mutation: Mutation): void {
  const { boardId, mutationId } = mutation.input;
  // An undo is no act of its own: `undo` and `redo` keep the two lists.
  if (mutation.name === "board.undo") return;
  if (open) {
    open.ids.set(boardId, [...(open.ids.get(boardId) ?? []), mutationId]);
    return;
  }
  add({ boardId, mutationIds: [mutationId], label: mutation.name, at: Date.now(), joins: joinKeyOf(mutation) });
}

/** Takes note that a change was refused: there is nothing to undo of it. */
export function noteRefused(mutation: Mutation): void {
  undoSteps.set((steps) => withoutMutation(steps, mutation.input.mutationId));
}

/** Forgets every step, here and in what a reload would read. */
export function forgetUndoSteps(): void {
  undoSteps.set(noSteps);
}

function add(step: UndoStep): void {
  undoSteps.set((steps) => withStep(steps, step));
}
