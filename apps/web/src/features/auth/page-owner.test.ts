import type { BoardId, MutationId, TaskId } from "@kanban/domain/ids";
import { userIdSchema } from "@kanban/domain/ids";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const person = (digit: number) => {
  const id = userIdSchema.parse(`0193b3a0-0000-7000-8001-00000000000${digit}`);
  return { id, name: "Ada", email: "ada@example.test" };
};
const boardId = "0193b3a0-0000-7000-8000-000000000000" as BoardId;
const taskId = "0193b3a0-0000-7000-8004-000000000000" as TaskId;
const mutationId = "0193b3a0-0000-7000-8003-000000000000" as MutationId;

function storageInMemory() {
  const stored = new Map<string, string>();
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  };
}

/** A page that is loaded anew, in the same tab. */
async function loadPage() {
  vi.resetModules();
  const [auth, searches, conflicts, undo, drafts, palette] = await Promise.all([
    import("./session.ts"),
    import("../search/recent-searches.ts"),
    import("../task/notes/text-conflicts.ts"),
    import("../undo/undo-steps.ts"),
    import("../drafts/drafts.ts"),
    import("../keyboard/palette/recent.ts"),
  ]);
  return { ...auth, ...searches, ...conflicts, ...undo, ...drafts, ...palette };
}

const searchesOf = ({ id }: { id: string }): unknown =>
  JSON.parse(localStorage.getItem(`kanban.recent-searches.${id}`) ?? "null");

const answerOf = (user: unknown) => () => Promise.resolve(Response.json(user === null ? null : { user }));

beforeEach(() => {
  vi.stubGlobal("localStorage", storageInMemory());
  vi.stubGlobal("sessionStorage", storageInMemory());
});
afterEach(() => vi.unstubAllGlobals());

test("a page whose session turns out to be another person's has to begin anew, and is then theirs", async () => {
  const page = await loadPage();
  page.session.signedIn(person(1));
  vi.stubGlobal("fetch", answerOf(person(2)));
  await page.refreshSession();
  expect(page.session.isAnothers()).toBe(true);
  expect(page.session.owner()).toBe(person(1).id);
  const next = await loadPage();
  expect(next.session.get()).toEqual({ status: "in", user: person(2) });
  expect(next.session.isAnothers()).toBe(false);
  expect(next.session.owner()).toBe(person(2).id);
});

test("a page stays with its person when their session ends and they come back, and not when another one comes", async () => {
  const { session, refreshSession } = await loadPage();
  session.signedIn(person(1));
  vi.stubGlobal("fetch", answerOf(null));
  await refreshSession();
  expect(session.get().status).toBe("out");
  session.signedIn(person(1));
  expect(session.isAnothers()).toBe(false);
  session.signedOut();
  session.signedIn(person(2));
  expect(session.isAnothers()).toBe(true);
});

test("a storage that takes nothing more does not go on naming who was signed in before", async () => {
  const before = await loadPage();
  before.session.signedIn(person(1));
  vi.spyOn(localStorage, "setItem").mockImplementation(() => {
    throw new Error("QuotaExceededError");
  });
  before.session.signedIn(person(2));
  const { session } = await loadPage();
  expect(session.get().status).toBe("unknown");
});

test("drafts, searches, recent commands, unsettled notes and steps of undo are their person's alone", async () => {
  const conflict = { boardId, taskId, mine: "Mine", theirs: "Theirs", theirsVersion: 2 };
  const first = await loadPage();
  first.session.signedIn(person(1));
  first.keepDraft("capture", "a secret thought");
  first.keepRecent("secret");
  first.noteSearch("a secret plan");
  first.textConflicts.add(conflict);
  first.noteQueued({ name: "task.move", input: { boardId, mutationId, taskId, toColumnId: boardId as never } });
  first.session.signedOut();

  const second = await loadPage();
  second.session.signedIn(person(2));
  expect(second.readDraft("capture")).toBeNull();
  expect(second.readRecent()).toEqual([]);
  expect(second.textConflicts.of(taskId)).toBeNull();
  expect(second.undoSteps.get().done).toEqual([]);
  second.noteSearch("mine");
  expect(searchesOf(person(2))).toEqual(["mine"]);
  second.session.signedOut();

  const again = await loadPage();
  again.session.signedIn(person(1));
  expect(again.readDraft("capture")?.text).toBe("a secret thought");
  expect(again.readRecent()).toEqual(["secret"]);
  expect(searchesOf(person(1))).toEqual(["a secret plan"]);
  expect(again.textConflicts.of(taskId)).toEqual(conflict);
  expect(again.undoSteps.get().done).toMatchObject([{ mutationIds: [mutationId] }]);
});
