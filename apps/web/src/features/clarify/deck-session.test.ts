import type { BoardId, MutationId, TaskId } from "@kanban/domain/ids";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { expect, test } from "vitest";
import { inOrder, newSession, shownOf, withDecision, withoutLast, withSkipped } from "./deck-session.ts";
import type { Hand } from "./use-hand.ts";
import { parseQuestions } from "./question-store.ts";

const entries = ["a", "b", "c"].map((id, n) => ({ task: { id, number: n + 1 } }) as ListedTask);
const all = { kind: "all" } as const;
const held = (...ids: string[]) => ({ kind: "held", ids: new Set(ids as TaskId[]) }) as const;
const shown = (session: typeof newSession, left = entries, hand: Hand = all) => {
  const found = shownOf(session, inOrder(session, left), hand);
  return typeof found === "string" ? found : found.task.id;
};
const decision = (taskId: string) => ({
  ...{ taskId: taskId as TaskId, boardId: "home" as BoardId, mutationId: taskId as MutationId },
  ...{ kind: "someday" as const, title: taskId, tookMs: 1 },
});

test("the oldest comes first, what was skipped does not, and what was brought back is next", () => {
  let session = withSkipped(newSession, "a" as TaskId);
  expect(shown(session)).toBe("b");
  session = withDecision(session, decision("b"));
  expect(shown(session, [entries[0]!, entries[2]!])).toBe("c");
  session = withoutLast(session);
  expect(shown(session)).toBe("b");
  session = ["b", "c"].reduce((before, id) => withSkipped(before, id as TaskId), session);
  expect(shown(session)).toBe("none");
});

test("only what nobody else has in hand is shown, and what was brought back is one's own", () => {
  expect(shown(newSession, entries, { kind: "asking" })).toBe("asking");
  expect(shown(newSession, entries, held("b", "c"))).toBe("b");
  expect(shown(newSession, entries, held())).toBe("others");
  expect(shown(newSession, [], held())).toBe("none");
  // The answer is about items that are gone: the next one is on its way.
  expect(shown(newSession, entries, held("gone"))).toBe("asking");
  expect(shown({ ...newSession, pinned: "c" as TaskId }, entries, held())).toBe("c");
  const unsaved = [{ task: { id: "new", number: 0 } } as ListedTask];
  expect(shown(newSession, unsaved, held())).toBe("new");
});

test("questions that were kept are read as far as they are understood", () => {
  expect(parseQuestions('["due","nonsense","due",3]').asked).toEqual(["due"]);
  expect(parseQuestions("[]").asked).toEqual([]);
  expect(parseQuestions("[[")).toEqual(parseQuestions(null));
});
