import { type BoardView, regroup } from "./board-view.ts";
import type { TaskCard } from "./entities.ts";
import { closeRowsDraft, openRowsDraft } from "./rows.ts";

/**
 * A view of which nobody else holds the tasks yet, for reducers that make many changes: tasks are copied once, not for
 * every change, which for two hundred changes of a board of 5,000 tasks is the difference between a second and a frame.
 * After `close` the view, and what reducers made of it, is like any other and never written again.
 */
export function openDraft(view: BoardView): { draft: BoardView; close: () => void } {
  const tasks: BoardView["tasks"] = { ...view.tasks };
  openRowsDraft(tasks, (before, after) =>
    regroup(tasks, before as TaskCard | undefined, after as TaskCard | undefined),
  );
  return { draft: { ...view, tasks }, close: () => closeRowsDraft(tasks) };
}

/** Runs `work`, which makes `count` changes, over a draft of the view; over the view itself where a copy gains nothing. */
export function onDraft<Result>(view: BoardView, count: number, work: (draft: BoardView) => Result): Result {
  if (count < 2) return work(view);
  const { draft, close } = openDraft(view);
  try {
    return work(draft);
  } finally {
    close();
  }
}
