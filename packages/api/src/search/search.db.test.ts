import { randomUUID } from "node:crypto";
import type { ChecklistItemId, TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { foldText } from "@kanban/domain/search/fold-text";
import { nearWords } from "@kanban/domain/search/near-words";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTaskId, type Person, type TestBoard } from "../testing/api-test.ts";

type Texts = { title: string; notes?: string };

async function addTask(person: Person, { boardId, columns }: TestBoard, texts: Texts): Promise<TaskId> {
  const taskId = newTaskId();
  const columnId = columns.next.id;
  await person.api.task.create({ boardId, columnId, taskId, ...texts, mutationId: newMutationId() });
  return taskId;
}

const titlesOf = async ({ api }: Person, query: string, withGone = false) =>
  (await api.search.tasks({ query, withGone })).hits.map((hit) => hit.title);

apiTest("the better a task answers, the earlier it comes: title, words, beginnings, notes, slips", async ({ api }) => {
  const ada = await api.newPerson();
  const board = await newBoard(ada);
  await addTask(ada, board, { title: "Order a gardn chair" });
  await addTask(ada, board, { title: "Ask around", notes: "The gardener knows about hoses" });
  await addTask(ada, board, { title: "Somewhere", notes: "A hose in the garden" });
  await addTask(ada, board, { title: "Call the gardener" });
  await addTask(ada, board, { title: "Water the garden" });
  await addTask(ada, board, { title: "Garden" });
  await addTask(ada, board, { title: "Buy bread" });
  const ranked = await titlesOf(ada, "gárden");
  expect(ranked.slice(0, 2)).toEqual(["Garden", "Water the garden"]);
  expect(ranked[2]).toBe("Call the gardener");
  expect(ranked.slice(3, 5).sort()).toEqual(["Ask around", "Somewhere"]);
  expect(ranked.slice(5)).toEqual(["Order a gardn chair"]);
  expect((await titlesOf(ada, "garden hose")).sort()).toEqual(["Ask around", "Somewhere"]);
  for (const slip of ["gadren", "gardem", "garrden", "arden"])
    expect(await titlesOf(ada, slip), slip).toContain("Water the garden");
  expect(await titlesOf(ada, "bre")).toEqual(["Buy bread"]);
  expect(await titlesOf(ada, "nowhere")).toEqual([]);
});

apiTest("marks and excerpts say where a task was found, as data", async ({ api }) => {
  const ada = await api.newPerson();
  const board = await newBoard(ada);
  const taskId = await addTask(ada, board, {
    title: "Über <b>uns</b>",
    notes: `${"word ".repeat(200)}the Müllabfuhr comes`,
  });
  const item = { boardId: board.boardId, taskId, mutationId: newMutationId(), itemId: randomUUID() as ChecklistItemId };
  await ada.api.checklistItem.create({ ...item, text: "Put the bins out" });
  const [byTitle] = (await ada.api.search.tasks({ query: "uber" })).hits;
  expect(byTitle).toMatchObject({ taskId, boardName: "Home", number: 1, columnKind: "next", titleMarks: [[0, 4]] });
  expect(byTitle?.excerpt).toBeNull();
  const [byNotes] = (await ada.api.search.tasks({ query: "mull" })).hits;
  expect(byNotes?.excerpt?.field).toBe("notes");
  const [from, to] = byNotes!.excerpt!.marks[0]!;
  expect(byNotes!.excerpt!.text.slice(from, to)).toBe("Müll");
  expect(byNotes!.excerpt!.text.length).toBeLessThan(200);
  const [byItem] = (await ada.api.search.tasks({ query: "bins" })).hits;
  expect(byItem?.excerpt).toMatchObject({ field: "checklist", text: "Put the bins out", marks: [[8, 12]] });

  await ada.api.checklistItem.update({ ...item, mutationId: newMutationId(), text: "Wash the car" });
  expect(await titlesOf(ada, "bins")).toEqual([]);
  expect(await titlesOf(ada, "wash")).toHaveLength(1);
  await ada.api.checklistItem.remove({ ...item, mutationId: newMutationId() });
  expect(await titlesOf(ada, "wash")).toEqual([]);
  await ada.api.task.update({ boardId: board.boardId, taskId, title: "About them", mutationId: newMutationId() });
  expect(await titlesOf(ada, "uber")).toEqual([]);
  expect(await titlesOf(ada, "about")).toEqual(["About them"]);
});

apiTest("a number finds its task, with and without the board's key", async ({ api }) => {
  const ada = await api.newPerson();
  const [home, work] = [await newBoard(ada, "Home"), await newBoard(ada, "Work")];
  await addTask(ada, home, { title: "First at home" });
  await addTask(ada, work, { title: "First at work" });
  await addTask(ada, work, { title: "Chapter 1" });
  expect(await titlesOf(ada, "work-1")).toEqual(["First at work"]);
  expect((await titlesOf(ada, "1")).sort()).toEqual(["Chapter 1", "First at home", "First at work"]);
  expect((await titlesOf(ada, "#2"))[0]).toBe("Chapter 1");
});

apiTest("only tasks of one's own live boards are found, a viewer's among them", async ({ api }) => {
  const [ada, bob] = [await api.newPerson("Ada"), await api.newPerson("Bob")];
  const [hers, shared, trashed] = [await newBoard(ada), await newBoard(ada, "Shared"), await newBoard(bob, "Old")];
  await addTask(ada, hers, { title: "Secret plan", notes: "Secret notes" });
  await addTask(ada, shared, { title: "Shared plan" });
  await addTask(bob, trashed, { title: "Trashed plan" });
  await api.deps.db.boardMember.create({ data: { boardId: shared.boardId, userId: bob.userId, role: "viewer" } });
  await bob.api.board.remove({ boardId: trashed.boardId, mutationId: newMutationId() });
  expect(await titlesOf(bob, "plan", true)).toEqual(["Shared plan"]);
  expect(await titlesOf(bob, "secret", true)).toEqual([]);
  expect(await titlesOf(bob, `${(await ada.api.board.list())[0]!.key}-1`, true)).toEqual([]);
  await api.deps.db.boardMember.deleteMany({ where: { boardId: shared.boardId, userId: bob.userId } });
  expect(await titlesOf(bob, "plan", true)).toEqual([]);
});

apiTest("archive and trash are searched when asked for, after what is on the board", async ({ api }) => {
  const ada = await api.newPerson();
  const board = await newBoard(ada);
  const [one, two] = [
    await addTask(ada, board, { title: "Old plan" }),
    await addTask(ada, board, { title: "Bad plan" }),
  ];
  await addTask(ada, board, { title: "Good plan" });
  await ada.api.task.archive({ boardId: board.boardId, taskId: one, mutationId: newMutationId() });
  await ada.api.task.remove({ boardId: board.boardId, taskId: two, mutationId: newMutationId() });
  expect(await titlesOf(ada, "plan")).toEqual(["Good plan"]);
  const { hits } = await ada.api.search.tasks({ query: "plan", withGone: true });
  expect(hits[0]).toMatchObject({ title: "Good plan", gone: null });
  expect(
    hits
      .slice(1)
      .map((hit) => String(hit.gone))
      .sort(),
  ).toEqual(["archived", "trashed"]);
});

apiTest("pages follow each other without a gap and end", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const now = new Date();
  const count = limits.searchPage + 7;
  await api.deps.db.task.createMany({
    data: Array.from({ length: count }, (_, n) => ({
      id: randomUUID(),
      boardId,
      columnId: columns.next.id,
      number: n + 1,
      title: `Repeated ${n}`,
      rank: `a${String(n).padStart(3, "0")}`,
      capturedAt: now,
      enteredColumnAt: now,
    })),
  });
  const first = await ada.api.search.tasks({ query: "repeated" });
  expect(first.hits).toHaveLength(limits.searchPage);
  const second = await ada.api.search.tasks({ query: "repeated", cursor: first.nextCursor! });
  expect(second.nextCursor).toBeNull();
  const ids = [...first.hits, ...second.hits].map((hit) => hit.taskId);
  expect(new Set(ids).size).toBe(count);
});

apiTest("whatever is typed is a question, never a query", async ({ api }) => {
  const ada = await api.newPerson();
  await addTask(ada, await newBoard(ada), { title: "It's 100 % done & dusted" });
  for (const query of [
    "'",
    "a'b",
    "\\",
    "!!",
    "& |",
    "<->",
    ":*",
    "~gardn",
    "",
    " ",
    "x".repeat(200),
    "(",
    "%_",
    "\u0000",
  ])
    expect(await ada.api.search.tasks({ query }), query).toBeDefined();
  expect(await titlesOf(ada, "it's 100%")).toHaveLength(1);
  await expect(ada.api.search.tasks({ query: "x".repeat(limits.searchQuery + 1) })).rejects.toThrow();
});

apiTest("database and browser fold texts and slips alike", async ({ api: { deps } }) => {
  const texts = [
    "Žluťoučký kůň",
    "ÀÉÎõü ÅÄÖ",
    "Straße ŒUVRE Æsir Łódź",
    "İstanbul ISI ıi",
    "ΑΒΓ Σίσυφος",
    "Привет Ёж",
    "a_b-c.d/e",
    "½ ² ٣ 12",
    "日本語 テスト",
    "한국어",
    "e\u0301te\u0301",
    "Ǆ ﬁn",
  ];
  for (const text of texts) {
    const { rows } = await deps.pool.query<{ folded: string }>("SELECT search_fold($1) AS folded", [text]);
    expect(foldText(text), text).toBe(rows[0]!.folded);
  }
  const { rows } = await deps.pool.query<{ near: string[] }>("SELECT search_near('{garden}') AS near");
  expect(new Set(rows[0]!.near)).toEqual(new Set(nearWords("garden").map((form) => `~${form}`)));
});
