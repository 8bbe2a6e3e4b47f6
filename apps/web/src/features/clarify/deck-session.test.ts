import type { BoardId, MutationId, TaskId } from "@kanban/domain/ids";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { expect, test } from "vitest";
import { followingUndo, inOrder, newSession, shownOf, withDecision, withSkipped } from "./deck-session.ts";
import { emptyHand, type Hand, handedOut, unanswered } from "./use-hand.ts";
import { parseQuestions } from "./question-store.ts";

const entries = ["a", "b", "c"].map((id, n) => ({ task: { id, number: n + 1 } }) as ListedTask);
const all = unanswered(emptyHand);
const held = (...ids: string[]): Hand => ({ kind: "held", ids: new Set(ids as TaskId[]), lost: null });
const shown = (session: typeof newSession, left = entries, hand: Hand = all) => {
  const found = shownOf(session, inOrder(session, left), hand);
  return typeof found === "string" ? found : found.task.id;
};
const decision = (taskId: string) => ({
  ...{ taskId: taskId as TaskId, boardId: "home" as BoardId, at: 7 },
  ...{ kind: "someday" as const, title: taskId, tookMs: 1 },
});

const step = {
  ...{ boardId: "home" as BoardId, mutationIds: ["undo" as MutationId] },
  ...{ label: "clarified item", at: 7, joins: null },
};

test("the oldest comes first, what was skipped does not, and what was brought back is next", () => {
  let session = withSkipped(newSession, "a" as TaskId);
  expect(shown(session)).toBe("b");
  session = withDecision(session, decision("b"));
  expect(shown(session, [entries[0]!, entries[2]!])).toBe("c");
  session = followingUndo(session, { done: [], undone: [step] });
  expect(shown(session)).toBe("b");
  session = ["b", "c"].reduce((before, id) => withSkipped(before, id as TaskId), session);
  expect(shown(session)).toBe("none");
});

test("what is undone counts no more, what is done again counts again, and what others did says nothing", () => {
  const decided = withDecision(newSession, decision("b"));
  const others = { ...step, boardId: "work" as BoardId };
  expect(followingUndo(decided, { done: [step], undone: [others] })).toBe(decided);
  const back = followingUndo(decided, { done: [], undone: [step] });
  expect([back.decided.length, back.undone.length]).toEqual([0, 1]);
  // A new act ends what could be done again: it does not count by that.
  expect(followingUndo(back, { done: [], undone: [] })).toBe(back);
  const again = followingUndo(back, { done: [step], undone: [] });
  expect(again.decided).toEqual(decided.decided);
  expect(again.pinned).toBeNull();
});

test("only what nobody else has in hand is shown, and what was brought back is one's own", () => {
  expect(shown(newSession, entries, emptyHand)).toBe("asking");
  expect(shown(newSession, entries, held("b", "c"))).toBe("b");
  expect(shown(newSession, entries, held())).toBe("others");
  expect(shown(newSession, [], held())).toBe("none");
  // The answer is about items that are gone: the next one is on its way.
  expect(shown(newSession, entries, held("gone"))).toBe("asking");
  expect(shown({ ...newSession, pinned: "c" as TaskId }, entries, held())).toBe("c");
  const unsaved = [{ task: { id: "new", number: 0 } } as ListedTask];
  expect(shown(newSession, unsaved, held())).toBe("new");
});

test("what is shown stays while others become free, come first or no answer comes, unless somebody else has it", () => {
  const atC = { ...newSession, shown: "c" as TaskId };
  const wanted = inOrder(atC, entries).map(({ task }) => task.id);
  expect(wanted).toEqual(["c", "a", "b"]);
  expect(shown(atC, entries, held("a", "b"))).toBe("c");
  expect(shown(atC, entries, unanswered(held("c")))).toBe("c");
  expect(shown(atC, entries, unanswered(emptyHand))).toBe("c");
  const older = { task: { id: "older", number: 4 } } as ListedTask;
  expect(shown(atC, [older, ...entries], held("older", "c"))).toBe("c");
  expect(shown(atC, [older, ...entries.slice(0, 2)], held("older"))).toBe("older");
  // It was asked for before all else, and is in another hand.
  expect(shown(atC, entries, handedOut(wanted, ["a" as TaskId]))).toBe("a");
  expect(shown(withSkipped(atC, "c" as TaskId), entries, held("a"))).toBe("a");
  expect(shown(withDecision(atC, decision("c")), entries.slice(0, 2), held("a"))).toBe("a");
});

test("without an answer what was handed out comes before the rest, and whoever was handed nothing waits on", () => {
  expect(shown(newSession, entries, unanswered(held("b")))).toBe("b");
  expect(shown(newSession, [entries[0]!, entries[2]!], unanswered(held("b")))).toBe("a");
  expect(shown(newSession, entries, unanswered(held()))).toBe("others");
});

test("questions that were kept are read as far as they are understood", () => {
  expect(parseQuestions('["due","nonsense","due",3]').asked).toEqual(["due"]);
  expect(parseQuestions("[]").asked).toEqual([]);
  expect(parseQuestions("[[")).toEqual(parseQuestions(null));
});
