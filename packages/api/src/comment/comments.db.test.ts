import { randomUUID } from "node:crypto";
import type { CommentId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTasks, refusalOf, type TestApi } from "../testing/api-test.ts";

const newCommentId = () => randomUUID() as CommentId;

async function commentedTask(api: TestApi) {
  const [ada, bob, eve] = [await api.newPerson(), await api.newPerson("Bob Stone"), await api.newPerson("Eve")];
  const { boardId, columns } = await newBoard(ada);
  await api.deps.db.boardMember.create({ data: { boardId, userId: bob.userId, role: "editor" } });
  await api.deps.db.boardMember.create({ data: { boardId, userId: eve.userId, role: "viewer" } });
  const [taskId] = await newTasks(ada, boardId, columns.next.id, 1);
  const on = { boardId, taskId: taskId! };
  const commentId = newCommentId();
  const ask = (more: object) => ({ ...on, commentId, mutationId: newMutationId(), ...more });
  const read = async () => {
    const { card, detail } = await ada.api.task.get(on);
    return { count: card.commentCount, comments: detail.comments };
  };
  return { ada, bob, eve, on, commentId, ask, read };
}

apiTest("a comment is kept with its author and the members it names, and the card counts it", async ({ api }) => {
  const { bob, ada, commentId, ask, read } = await commentedTask(api);
  const body = "@ada, ask @Bob Stone or @Nobody";
  const { events } = await bob.api.comment.create({ ...ask({}), body });
  const mentionIds = [ada.userId, bob.userId].sort();
  const comment = { id: commentId, authorId: bob.userId, body, mentionIds, editedAt: null };
  expect(events.map(({ change }) => change)).toMatchObject([{ type: "comment.created", payload: { comment } }]);
  expect(await read()).toMatchObject({ count: 1, comments: [comment] });

  const edited = await bob.api.comment.update({ ...ask({}), body: "Done" });
  expect(edited.events[0]?.change).toMatchObject({
    type: "comment.updated",
    payload: { before: { body }, after: { body: "Done", mentionIds: [], editedAt: expect.any(String) } },
  });
  await bob.api.comment.remove(ask({}));
  expect(await read()).toEqual({ count: 0, comments: [] });
});

apiTest("only the author rewords a comment; author and owner remove it; a viewer says nothing", async ({ api }) => {
  const { ada, bob, eve, ask, read } = await commentedTask(api);
  await bob.api.comment.create({ ...ask({}), body: "Mine" });
  expect(await refusalOf(ada.api.comment.update({ ...ask({}), body: "Hers" }))).toEqual({
    code: "FORBIDDEN",
    refusal: "AUTHOR_ONLY",
  });
  const adas = { commentId: newCommentId() };
  await ada.api.comment.create({ ...ask(adas), body: "Hers" });
  expect(await refusalOf(bob.api.comment.remove(ask(adas)))).toMatchObject({ refusal: "AUTHOR_ONLY" });
  const evil = eve.api.comment.create({ ...ask({ commentId: newCommentId() }), body: "I" });
  expect(await refusalOf(evil)).toMatchObject({ refusal: "READ_ONLY" });
  await ada.api.comment.remove(ask({}));
  expect(await read()).toMatchObject({ count: 1, comments: [{ body: "Hers" }] });
});

apiTest("asked twice it is said once; the same text again is no change", async ({ api }) => {
  const { ada, ask, read } = await commentedTask(api);
  const asked = { ...ask({}), body: "Once" };
  const answers = [await ada.api.comment.create(asked), await ada.api.comment.create(asked)];
  expect(answers[1]).toEqual(answers[0]);
  expect((await ada.api.comment.update({ ...ask({}), body: " Once " })).events).toEqual([]);
  expect(await refusalOf(ada.api.comment.create({ ...ask({}), body: "Other" }))).toMatchObject({ refusal: "ID_TAKEN" });
  expect(await read()).toMatchObject({ count: 1, comments: [{ body: "Once", editedAt: null }] });
});

apiTest("many at once are all counted, and beyond the limit none is taken", async ({ api }) => {
  const { ada, bob, on, ask, read } = await commentedTask(api);
  const one = (who: typeof ada) => who.api.comment.create({ ...ask({ commentId: newCommentId() }), body: "Hi" });
  await Promise.all([one(ada), one(bob), one(ada), one(bob), one(ada)]);
  expect((await read()).count).toBe(5);
  const rows = Array.from({ length: limits.commentsPerTask - 6 }, () => {
    return { id: newCommentId(), ...on, authorId: ada.userId, body: "Old", createdAt: api.deps.clock.now() };
  });
  await api.deps.db.comment.createMany({ data: rows });
  await one(ada);
  expect(await refusalOf(one(bob))).toMatchObject({ refusal: "LIMIT_REACHED" });
});

apiTest("comments stay with a task through the trash, and with the board when their author goes", async ({ api }) => {
  const { ada, bob, on, ask, read } = await commentedTask(api);
  await bob.api.comment.create({ ...ask({}), body: "Still here" });
  await ada.api.task.remove({ ...on, mutationId: newMutationId() });
  expect(await refusalOf(bob.api.comment.remove(ask({})))).toMatchObject({ refusal: "TASK_NOT_FOUND" });
  await ada.api.task.restore({ ...on, mutationId: newMutationId() });
  await api.deps.db.user.delete({ where: { id: bob.userId } });
  expect(await read()).toMatchObject({ count: 1, comments: [{ authorId: null, body: "Still here" }] });
});
