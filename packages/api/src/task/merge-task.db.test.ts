import { randomUUID } from "node:crypto";
import { deriveId } from "@kanban/domain/derive-id";
import type { MutationId, TaskId } from "@kanban/domain/ids";
import { expect } from "vitest";
import { apiTest, newMutationId, refusalOf } from "../testing/api-test.ts";
import { furnishBoard, mutate } from "../testing/furnished-board.ts";

apiTest("a merged task leaves all it held on the other, and is whole again after one undo", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, taskId, otherTaskId, tagId, contextId, attachmentId } = await furnishBoard(api, ada);
  const { db } = api.deps;
  await db.attachment.update({ where: { id: attachmentId }, data: { previewSha256: "1".repeat(64) } });
  const on = (id: TaskId) => ({ boardId, taskId: id });
  await mutate(ada.api, "task.update", { ...on(taskId), notes: "Ring 555", tagIds: [tagId], dueAt: "2026-12-24" });
  await mutate(ada.api, "task.update", {
    ...on(otherTaskId),
    notes: "Ask Kim",
    contextIds: [contextId],
    dueAt: "2026-12-01",
  });
  await mutate(ada.api, "checklistItem.create", { ...on(otherTaskId), itemId: randomUUID(), text: "First" });
  const look = () => Promise.all([taskId, otherTaskId].map((id) => ada.api.task.get(on(id))));
  const [before, beforeOther] = await look();

  const mutationId = newMutationId();
  await ada.api.task.merge({ boardId, mutationId, taskId, otherTaskId });
  const [gone, into] = await look();
  expect(gone).toMatchObject({ detail: before!.detail, deletedAt: expect.any(String) });
  expect(into!.card).toMatchObject({ tagIds: [tagId], contextIds: [contextId], dueAt: "2026-12-01" });
  expect(into!.card).toMatchObject({ checklistTotal: 2, commentCount: 1, attachmentCount: 1, hasNotes: true });
  const { key } = (await ada.api.board.snapshot({ boardId })).board;
  expect(into!.detail.notes).toBe(`Ask Kim\n\n---\n\n${key}-1 Task 1\n\nRing 555`);
  expect(into!.detail.checklist.map(({ text }) => text)).toEqual(["First", "Step"]);
  expect(into!.detail.comments).toMatchObject([{ body: "Said", authorId: ada.userId }]);
  expect(into!.detail.attachments).toMatchObject([{ name: "Plan.png", preview: "ready", removedAt: null }]);
  const copies = await db.attachment.findMany({ where: { taskId: otherTaskId }, select: { previewSha256: true } });
  expect(copies).toEqual([{ previewSha256: "1".repeat(64) }]);

  const undoing = newMutationId();
  await ada.api.board.undo({ boardId, mutationId: undoing, undoes: [mutationId] });
  const [back, other] = await look();
  expect(back).toMatchObject({ detail: before!.detail, deletedAt: null });
  const { notesVersion: _version, attachments, ...bodies } = other!.detail;
  expect(beforeOther!.detail).toMatchObject(bodies);
  expect(attachments).toMatchObject([{ removedAt: expect.any(String) }]);
  const { version: _was, ...card } = beforeOther!.card;
  expect(other!.card).toMatchObject(card);
  await ada.api.board.undo({ boardId, mutationId: newMutationId(), undoes: [undoing] });
  const [, again] = await look();
  expect(again!.card).toMatchObject({ attachmentCount: 1, checklistTotal: 2, commentCount: 1 });
  expect(again!.detail.notes).toBe(into!.detail.notes);
  expect(api.defects).toEqual([]);
});

apiTest("a task is not merged into itself, nor into one that cannot take it", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, taskId, otherTaskId, goneTaskId } = await furnishBoard(api, ada);
  const merge = (from: TaskId, into: TaskId) =>
    refusalOf(ada.api.task.merge({ boardId, mutationId: newMutationId(), taskId: from, otherTaskId: into }));
  expect(await merge(taskId, taskId)).toMatchObject({ refusal: "LINK_TO_ITSELF" });
  expect(await merge(taskId, goneTaskId)).toMatchObject({ refusal: "TASK_NOT_FOUND" });
  await mutate(ada.api, "task.update", { boardId, taskId: otherTaskId, notes: "x".repeat(99_995) });
  expect(await merge(taskId, otherTaskId)).toMatchObject({ refusal: "LIMIT_REACHED" });
  expect((await ada.api.task.get({ boardId, taskId })).deletedAt).toBeNull();
});

apiTest("a copy whose id is in use is refused, and nothing is merged", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, taskId, otherTaskId, itemId, commentId, attachmentId } = await furnishBoard(api, ada);
  const bystander = await furnishBoard(api, await api.newPerson());
  const { db } = api.deps;
  const taken = {
    item: (mutationId: MutationId) =>
      db.checklistItem.update({ where: { id: bystander.itemId }, data: { id: deriveId(mutationId, itemId) } }),
    comment: (mutationId: MutationId) =>
      db.comment.update({ where: { id: bystander.commentId }, data: { id: deriveId(mutationId, commentId) } }),
    file: (mutationId: MutationId) =>
      db.attachment.update({ where: { id: bystander.attachmentId }, data: { id: deriveId(mutationId, attachmentId) } }),
  };
  for (const [what, take] of Object.entries(taken)) {
    const mutationId = newMutationId();
    await take(mutationId);
    const refused = await refusalOf(ada.api.task.merge({ boardId, mutationId, taskId, otherTaskId }));
    expect(refused, what).toEqual({ code: "CONFLICT", refusal: "ID_TAKEN" });
  }
  const other = await ada.api.task.get({ boardId, taskId: otherTaskId });
  expect(other.card).toMatchObject({ checklistTotal: 0, commentCount: 0, attachmentCount: 0 });
  expect((await ada.api.task.get({ boardId, taskId })).deletedAt).toBeNull();
  expect(api.defects).toEqual([]);
});
