import type { OutcomeKind } from "@kanban/domain/clarify/clarify-outcome";
import type { BoardId, MutationId, TaskId } from "@kanban/domain/ids";
import type { ListedTask } from "@kanban/domain/lists/listed-task";

/** One item decided in this sitting. */
export type Decision = {
  taskId: TaskId;
  boardId: BoardId;
  mutationId: MutationId;
  kind: OutcomeKind | "merge";
  title: string;
  tookMs: number;
};

/** A sitting at the deck: it is over when the page is left; what was decided stays. */
export type Session = {
  decided: readonly Decision[];
  skipped: readonly TaskId[];
  /** The item that was brought back, shown before all others. */
  pinned: TaskId | null;
};

export const newSession: Session = { decided: [], skipped: [], pinned: null };

/** The item to be shown: one that was brought back, else the oldest that was not skipped. */
export function currentOf({ pinned, skipped }: Session, entries: readonly ListedTask[]): ListedTask | null {
  return (
    entries.find(({ task }) => task.id === pinned) ?? entries.find(({ task }) => !skipped.includes(task.id)) ?? null
  );
}

/** The sitting after one more decision. */
export function withDecision(session: Session, decision: Decision): Session {
  return { ...session, decided: [...session.decided, decision], pinned: null };
}

/** The sitting after its last decision was taken back: that item is next. */
export function withoutLast({ decided, skipped }: Session): Session {
  const last = decided.at(-1);
  return {
    decided: decided.slice(0, -1),
    skipped: skipped.filter((id) => id !== last?.taskId),
    pinned: last?.taskId ?? null,
  };
}

/** The sitting after an item was put behind all others. */
export function withSkipped(session: Session, taskId: TaskId): Session {
  return { ...session, skipped: [...session.skipped.filter((id) => id !== taskId), taskId], pinned: null };
}
