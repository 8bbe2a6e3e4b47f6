import { randomUUID } from "node:crypto";
import type { ContextId, ProjectId, TagId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTasks, type Person, refusalOf } from "../testing/api-test.ts";

const mutationId = () => newMutationId();

async function labelledTask(person: Person) {
  const { boardId, columns } = await newBoard(person);
  const [taskId] = await newTasks(person, boardId, columns.next.id, 1);
  const tagId = randomUUID() as TagId;
  const contextId = randomUUID() as ContextId;
  const projectId = randomUUID() as ProjectId;
  await person.api.tag.create({ boardId, tagId, name: "Urgent", color: "red", mutationId: mutationId() });
  await person.api.context.create({ boardId, contextId, name: "@phone", mutationId: mutationId() });
  await person.api.project.create({ boardId, projectId, name: "Garden", mutationId: mutationId() });
  await person.api.task.update({
    ...{ boardId, taskId: taskId!, mutationId: mutationId() },
    ...{ tagIds: [tagId], contextIds: [contextId], projectId },
  });
  await person.api.column.update({ boardId, columnId: columns.waiting.id, contextId, mutationId: mutationId() });
  return { boardId, taskId: taskId!, tagId, contextId, projectId, columns };
}

apiTest("a removed label leaves its tasks and columns, and its event says which those were", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, taskId, tagId, contextId, projectId, columns } = await labelledTask(ada);
  const answers = [
    await ada.api.tag.remove({ boardId, tagId, mutationId: mutationId() }),
    await ada.api.context.remove({ boardId, contextId, mutationId: mutationId() }),
    await ada.api.project.remove({ boardId, projectId, mutationId: mutationId() }),
  ];
  expect(answers.map(({ events }) => events.map(({ change }) => change))).toMatchObject([
    [{ type: "tag.removed", payload: { tag: { id: tagId, name: "Urgent" }, taskIds: [taskId] } }],
    [{ type: "context.removed", payload: { taskIds: [taskId], columnIds: [columns.waiting.id] } }],
    [{ type: "project.removed", payload: { project: { desiredOutcome: "", status: "active" }, taskIds: [taskId] } }],
  ]);
  const snapshot = await ada.api.board.snapshot({ boardId });
  expect(snapshot.tasks).toMatchObject([{ tagIds: [], contextIds: [], projectId: null }]);
  expect([snapshot.tags, snapshot.contexts, snapshot.projects]).toEqual([[], [], []]);
  expect(snapshot.columns.every((column) => column.contextId === null)).toBe(true);
  expect(api.defects).toEqual([]);
});

apiTest("names are unique on a board whatever their case, and free on another", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, tagId } = await labelledTask(ada);
  const other = await newBoard(ada, "Work");
  const taken = { code: "CONFLICT", refusal: "NAME_TAKEN" };
  const create = (on: typeof boardId, name: string) =>
    ada.api.tag.create({ boardId: on, tagId: randomUUID(), name, color: "blue", mutationId: mutationId() });
  expect(await refusalOf(create(boardId, "URGENT"))).toEqual(taken);
  await create(boardId, "\u00c4rger");
  expect(await refusalOf(create(boardId, "\u00e4RGER"))).toEqual(taken);
  await create(other.boardId, "urgent");
  expect(
    await refusalOf(
      ada.api.context.create({ boardId, contextId: randomUUID(), name: "@PHONE", mutationId: mutationId() }),
    ),
  ).toEqual(taken);
  expect(
    await refusalOf(
      ada.api.project.create({ boardId, projectId: randomUUID(), name: "garden", mutationId: mutationId() }),
    ),
  ).toEqual(taken);
  expect(await refusalOf(ada.api.tag.update({ boardId, tagId, name: "\u00c4RGER", mutationId: mutationId() }))).toEqual(
    taken,
  );
  const { events } = await ada.api.tag.update({ boardId, tagId, name: "URGENT", mutationId: mutationId() });
  expect(events).toHaveLength(1);
});

apiTest("two who take the same name at once: one gets it, the other is told so", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, () =>
      ada.api.tag.create({ boardId, tagId: randomUUID(), name: "Same", color: "teal", mutationId: mutationId() }).then(
        () => "made",
        (error: { message: string }) => error.message,
      ),
    ),
  );
  expect(outcomes.sort()).toEqual([...Array.from({ length: 5 }, () => "NAME_TAKEN"), "made"]);
  expect(api.defects).toEqual([]);
});

apiTest("a tag given to a task while it is removed leaves no half of either", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const taskIds = await newTasks(ada, boardId, columns.next.id, 4);
  const tagId = randomUUID() as TagId;
  await ada.api.tag.create({ boardId, tagId, name: "Brief", color: "grey", mutationId: mutationId() });
  const settled = await Promise.allSettled([
    ...taskIds.map((taskId) => ada.api.task.update({ boardId, taskId, tagIds: [tagId], mutationId: mutationId() })),
    ada.api.tag.remove({ boardId, tagId, mutationId: mutationId() }),
  ]);
  expect(settled.at(-1)?.status).toBe("fulfilled");
  const lost = settled.filter((one) => one.status === "rejected");
  expect(lost.every((one) => (one.reason as Error).message === "TAG_NOT_FOUND")).toBe(true);
  const { tasks } = await ada.api.board.snapshot({ boardId });
  expect(tasks.flatMap((task) => task.tagIds)).toEqual([]);
  expect(api.defects).toEqual([]);
});

apiTest("a project changes field by field", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, projectId } = await labelledTask(ada);
  const { events } = await ada.api.project.update({
    ...{ boardId, projectId, mutationId: mutationId() },
    ...{ status: "finished", desiredOutcome: "Roses along the wall", color: "blue" },
  });
  expect(events[0]?.change.payload).toEqual({
    projectId,
    before: { status: "active", desiredOutcome: "" },
    after: { status: "finished", desiredOutcome: "Roses along the wall" },
  });
  expect((await ada.api.board.snapshot({ boardId })).projects).toMatchObject([{ status: "finished", color: "blue" }]);
});

apiTest("an id that is taken, on this board or another, is refused", async ({ api }) => {
  const [ada, bob] = [await api.newPerson("Ada"), await api.newPerson("Bob")];
  const mine = await labelledTask(ada);
  const theirs = await newBoard(bob);
  const again = {
    boardId: theirs.boardId,
    tagId: mine.tagId,
    name: "Mine now",
    color: "red",
    mutationId: mutationId(),
  } as const;
  expect(await refusalOf(bob.api.tag.create(again))).toEqual({ code: "CONFLICT", refusal: "ID_TAKEN" });
  expect((await ada.api.board.snapshot({ boardId: mine.boardId })).tags).toMatchObject([{ name: "Urgent" }]);
});

apiTest("no more labels than the limit", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  const rows = Array.from({ length: limits.contextsPerBoard }, (_, n) => ({
    id: randomUUID(),
    boardId,
    name: `@${n}`,
  }));
  await api.deps.db.context.createMany({ data: rows });
  const more = ada.api.context.create({ boardId, contextId: randomUUID(), name: "@more", mutationId: mutationId() });
  expect(await refusalOf(more)).toEqual({ code: "CONFLICT", refusal: "LIMIT_REACHED" });
});
