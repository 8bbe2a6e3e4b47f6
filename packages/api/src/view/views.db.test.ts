import { randomUUID } from "node:crypto";
import type { BoardId, SavedViewId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, type Person, refusalOf } from "../testing/api-test.ts";

type Saved = { name: string; filter?: string; viewId?: SavedViewId };

function save({ api }: Person, boardId: BoardId, { name, filter = "", viewId }: Saved) {
  const look = { filter, layout: "board", grouping: null } as const;
  const id = viewId ?? (randomUUID() as SavedViewId);
  return api.view.create({ boardId, mutationId: newMutationId(), viewId: id, name, ...look });
}

async function names({ api }: Person, boardId: BoardId) {
  return (await api.board.snapshot({ boardId })).views.map(({ name }) => name);
}

apiTest("a view is kept as it was asked for, its filter in the one written form", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  const viewId = randomUUID() as SavedViewId;
  await save(ada, boardId, { name: "Urgent", filter: "?priority=high&q=a b&unknown=1&priority=no", viewId });
  const look = { layout: "list", grouping: "project" } as const;
  await ada.api.view.update({ boardId, mutationId: newMutationId(), viewId, ...look });
  const [view] = (await ada.api.board.snapshot({ boardId })).views;
  expect(view).toMatchObject({ id: viewId, name: "Urgent", filter: "q=a+b&priority=high", ...look });
});

apiTest("views are shared: an editor changes them, everybody sees them in one order", async ({ api }) => {
  const [ada, bob] = [await api.newPerson(), await api.newPerson("Bob")];
  const { boardId } = await newBoard(ada);
  await api.deps.db.boardMember.create({ data: { boardId, userId: bob.userId, role: "editor" } });
  for (const name of ["One", "Two", "Three"]) await save(ada, boardId, { name });
  const [one, , three] = (await bob.api.board.snapshot({ boardId })).views;
  const move = { boardId, viewId: three!.id, beforeId: one!.id };
  await bob.api.view.move({ ...move, mutationId: newMutationId() });
  expect(await names(ada, boardId)).toEqual(["Three", "One", "Two"]);
  expect((await bob.api.view.move({ ...move, mutationId: newMutationId() })).events).toEqual([]);
});

apiTest("a name is taken whatever its case, also when two ask for it at once", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  const asked = await Promise.allSettled(["Urgent", "URGENT", "urgent"].map((name) => save(ada, boardId, { name })));
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await refusalOf(save(ada, boardId, { name: "uRgent" }))).toMatchObject({ refusal: "NAME_TAKEN" });
  expect(api.defects).toEqual([]);
});

apiTest("a board keeps a limited number of views, and a filter a limited length", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  await api.deps.db.savedView.createMany({
    data: Array.from({ length: limits.viewsPerBoard - 1 }, (_, index) => ({
      ...{ id: randomUUID(), boardId, name: `View ${index}`, filter: "", layout: "board" },
      rank: `a${String.fromCodePoint(65 + (index % 26))}${index < 26 ? "a" : "b"}`,
    })),
  });
  await save(ada, boardId, { name: "The last" });
  expect(await refusalOf(save(ada, boardId, { name: "Too many" }))).toMatchObject({ refusal: "LIMIT_REACHED" });
  const long = save(ada, boardId, { name: "Long", filter: `q=${"a".repeat(limits.savedFilter)}` });
  expect((await refusalOf(long)).code).toBe("BAD_REQUEST");
});

apiTest("ranks that have grown long are given anew, in the same order", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  for (const name of ["One", "Two", "Three"]) await save(ada, boardId, { name });
  const order = ["One", "Two", "Three"];
  for (let round = 0; round < 2 * limits.rankBeforeRebalance; round++) {
    const [first, second, third] = (await ada.api.board.snapshot({ boardId })).views;
    // The last one always between the other two: the gap halves every time.
    const asked = { boardId, viewId: third!.id, afterId: first!.id, beforeId: second!.id };
    await ada.api.view.move({ ...asked, mutationId: newMutationId() });
    order.splice(1, 0, order.pop()!);
  }
  const { views } = await ada.api.board.snapshot({ boardId });
  expect(views.map(({ name }) => name)).toEqual(order);
  expect(Math.max(...views.map(({ rank }) => rank.length))).toBeLessThanOrEqual(limits.rankBeforeRebalance);
});

apiTest("a deleted view comes back in its place, unless its name has been given away", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  for (const name of ["One", "Two", "Three"]) await save(ada, boardId, { name });
  const two = (await ada.api.board.snapshot({ boardId })).views[1]!;
  const mutationId = newMutationId();
  await ada.api.view.remove({ boardId, mutationId, viewId: two.id });
  const undo = () => ada.api.board.undo({ boardId, mutationId: newMutationId(), undoes: [mutationId] });
  await save(ada, boardId, { name: "two" });
  expect(await refusalOf(undo())).toMatchObject({ refusal: "NAME_TAKEN" });
  const other = (await ada.api.board.snapshot({ boardId })).views[2]!;
  await ada.api.view.remove({ boardId, mutationId: newMutationId(), viewId: other.id });
  await undo();
  expect(await names(ada, boardId)).toEqual(["One", "Two", "Three"]);
});
