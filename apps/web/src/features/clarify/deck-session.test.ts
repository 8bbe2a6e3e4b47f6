import type { BoardId, MutationId, TaskId } from "@kanban/domain/ids";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { expect, test } from "vitest";
import { currentOf, newSession, withDecision, withoutLast, withSkipped } from "./deck-session.ts";
import { parseQuestions } from "./question-store.ts";

const entries = ["a", "b", "c"].map((id) => ({ task: { id } }) as ListedTask);
const shown = (session: typeof newSession, left = entries) => currentOf(session, left)?.task.id ?? null;
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
  expect(shown(session)).toBeNull();
});

test("questions that were kept are read as far as they are understood", () => {
  expect(parseQuestions('["due","nonsense","due",3]').asked).toEqual(["due"]);
  expect(parseQuestions("[]").asked).toEqual([]);
  expect(parseQuestions("[[")).toEqual(parseQuestions(null));
});
