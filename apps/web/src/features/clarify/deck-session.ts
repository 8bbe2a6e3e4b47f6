import type { OutcomeKind } from "@kanban/domain/clarify/clarify-outcome";
import type { BoardId, MutationId, TaskId } from "@kanban/domain/ids";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import type { Hand } from "./use-hand.ts";

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

/** The items in the order they are shown: one that was brought back, then the oldest, and last what was skipped. */
export function inOrder({ pinned, skipped }: Session, entries: readonly ListedTask[]): ListedTask[] {
  const place = ({ task: { id } }: ListedTask) => (id === pinned ? 0 : skipped.includes(id) ? 2 : 1);
  return entries.toSorted((a, b) => place(a) - place(b));
}

/** What is to be shown: an item, none since all are gone or skipped, or none that nobody else has in hand. */
type Shown = ListedTask | "none" | "others" | "asking";

/** What is to be shown of the items of these entries, which are in order. */
export function shownOf({ pinned, skipped }: Session, ordered: readonly ListedTask[], hand: Hand): Shown {
  const left = ordered.filter(({ task }) => !skipped.includes(task.id));
  if (left.length === 0) return "none";
  // What was just brought back, and what the server has not heard of yet, nobody else can have.
  const isOwn = ({ task }: ListedTask) => task.id === pinned || task.number === 0;
  const mine = left.find(
    (entry) => hand.kind === "all" || isOwn(entry) || (hand.kind === "held" && hand.ids.has(entry.task.id)),
  );
  return mine ?? (hand.kind === "held" && hand.ids.size === 0 ? "others" : "asking");
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
