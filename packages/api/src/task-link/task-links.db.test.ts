import { randomUUID } from "node:crypto";
import type { TaskId, TaskLinkId } from "@kanban/domain/ids";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTasks, refusalOf, type TestApi } from "../testing/api-test.ts";

async function threeTasks(api: TestApi) {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const [a, b, c] = (await newTasks(ada, boardId, columns.next.id, 3)) as [TaskId, TaskId, TaskId];
  const link = (taskId: TaskId, otherTaskId: TaskId, kind: "blocks" | "relates" = "blocks") => {
    const linkId = randomUUID() as TaskLinkId;
    return ada.api.taskLink.create({ boardId, mutationId: newMutationId(), linkId, kind, taskId, otherTaskId });
  };
  const links = async () => (await ada.api.board.snapshot({ boardId })).links;
  return { ada, boardId, columns, a, b, c, link, links };
}

apiTest("a link travels with the snapshot until it is removed", async ({ api }) => {
  const { ada, boardId, a, b, link, links } = await threeTasks(api);
  const { events } = await link(a, b);
  const [made] = await links();
  expect(made).toMatchObject({ kind: "blocks", fromId: a, toId: b });
  expect(events[0]?.change).toEqual({ type: "task-link.created", payload: { link: made } });
  const asked = { boardId, linkId: made!.id };
  const removed = await ada.api.taskLink.remove({ ...asked, mutationId: newMutationId() });
  expect(removed.events[0]?.change).toEqual({ type: "task-link.removed", payload: { link: made } });
  expect(await links()).toEqual([]);
  const again = ada.api.taskLink.remove({ ...asked, mutationId: newMutationId() });
  expect(await refusalOf(again)).toEqual({ code: "NOT_FOUND", refusal: "TASK_LINK_NOT_FOUND" });
});

apiTest("a task is not linked to itself, nor twice, nor in a circle", async ({ api }) => {
  const { a, b, c, link, links } = await threeTasks(api);
  expect(await refusalOf(link(a, a))).toMatchObject({ refusal: "LINK_TO_ITSELF" });
  await link(a, b);
  await link(b, c);
  await link(c, a, "relates");
  expect(await refusalOf(link(a, b))).toMatchObject({ refusal: "LINK_EXISTS" });
  expect(await refusalOf(link(a, c, "relates"))).toMatchObject({ refusal: "LINK_EXISTS" });
  expect(await refusalOf(link(c, a))).toMatchObject({ refusal: "LINK_CIRCLE" });
  expect(await links()).toHaveLength(3);
});

apiTest("links made at the same moment never close a circle", async ({ api }) => {
  const { a, b, c, link, links } = await threeTasks(api);
  const made = await Promise.allSettled([link(a, b), link(b, c), link(c, a)]);
  expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  expect(await links()).toHaveLength(2);
  expect(api.defects).toEqual([]);
});

apiTest("a removed link that would close a circle by now is not brought back by undoing", async ({ api }) => {
  const { ada, boardId, a, b, link, links } = await threeTasks(api);
  await link(a, b);
  const mutationId = newMutationId();
  await ada.api.taskLink.remove({ boardId, linkId: (await links())[0]!.id, mutationId });
  await link(b, a);
  const undone = ada.api.board.undo({ boardId, undoes: [mutationId], mutationId: newMutationId() });
  expect(await refusalOf(undone)).toMatchObject({ refusal: "LINK_CIRCLE" });
});
