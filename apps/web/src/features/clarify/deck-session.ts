import type { OutcomeKind } from "@kanban/domain/clarify/clarify-outcome";
import type { BoardId, TaskId } from "@kanban/domain/ids";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import type { UndoSteps } from "../undo/undo-step.ts";
import type { Hand } from "./use-hand.ts";

/** One item decided in this sitting. */
export type Decision = {
  taskId: TaskId;
  boardId: BoardId;
  /** When it was done, as its step of undo says. */
  at: number;
  kind: OutcomeKind | "merge";
  title: string;
  tookMs: number;
};

/** A sitting at the deck: it is over when the page is left; what was decided stays. */
export type Session = {
  decided: readonly Decision[];
  /** Taken back, and not done again. */
  undone: readonly Decision[];
  skipped: readonly TaskId[];
  /** The item that was brought back, shown before all others. */
  pinned: TaskId | null;
  /** The item under the hand: it stays until it is decided, skipped or gone, whatever comes before it meanwhile. */
  shown: TaskId | null;
};

export const newSession: Session = { decided: [], undone: [], skipped: [], pinned: null, shown: null };

/**
 * The items in the order they are shown, which is the order they are asked for: one that was brought back, the one that is
 * shown already, then the oldest, and last what was skipped.
 */
export function inOrder({ pinned, shown, skipped }: Session, entries: readonly ListedTask[]): ListedTask[] {
  const place = ({ task: { id } }: ListedTask) => (id === pinned ? 0 : skipped.includes(id) ? 3 : id === shown ? 1 : 2);
  return entries.toSorted((a, b) => place(a) - place(b));
}

/** What is to be shown: an item, none since all are gone or skipped, or none that nobody else has in hand. */
type Shown = ListedTask | "none" | "others" | "asking";

/** What is to be shown of the items of these entries, which are in order. */
export function shownOf({ pinned, shown, skipped }: Session, ordered: readonly ListedTask[], hand: Hand): Shown {
  const left = ordered.filter(({ task }) => !skipped.includes(task.id));
  const [first] = left;
  if (!first) return "none";
  const mine = left.find(
    ({ task: { id, number } }) =>
      // What was just brought back, and what the server has not heard of yet, nobody else can have.
      id === pinned || number === 0 || hand.ids.has(id) || (id === shown && id !== hand.lost),
  );
  if (mine) return mine;
  if (hand.kind === "all") return first;
  return hand.kind === "held" && hand.ids.size === 0 ? "others" : "asking";
}

/** The sitting after one more decision. */
export function withDecision(session: Session, decision: Decision): Session {
  return { ...session, decided: [...session.decided, decision], pinned: null, shown: null };
}

/** The sitting after something was undone or done again, wherever that was asked for: an item that is back is next. */
export function followingUndo(session: Session, steps: UndoSteps): Session {
  const isIn = (list: UndoSteps["done"]) => (decision: Decision) =>
    list.some(({ at, boardId }) => at === decision.at && boardId === decision.boardId);
  const back = session.decided.filter(isIn(steps.undone));
  const again = session.undone.filter(isIn(steps.done));
  const last = back.at(-1);
  if (!last && again.length === 0) return session;
  return {
    decided: [...session.decided.filter((each) => !back.includes(each)), ...again],
    undone: [...session.undone.filter((each) => !again.includes(each)), ...back],
    skipped: session.skipped.filter((id) => !back.some(({ taskId }) => taskId === id)),
    pinned: last?.taskId ?? null,
    shown: last ? null : session.shown,
  };
}

/** The sitting after an item was put behind all others. */
export function withSkipped(session: Session, taskId: TaskId): Session {
  const skipped = [...session.skipped.filter((id) => id !== taskId), taskId];
  return { ...session, skipped, pinned: null, shown: null };
}
