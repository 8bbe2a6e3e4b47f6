import { randomUUID } from "node:crypto";
import type { MutationName } from "@kanban/domain/mutations";
import { expect } from "vitest";
import { apiTest, newTasks, refusalOf } from "./testing/api-test.ts";
import { acceptableInputs, call, type FurnishedBoard, furnishBoard, mutate } from "./testing/furnished-board.ts";

/** Ids an input makes up rather than refers to; nothing can be told by them. */
const made: Partial<Record<MutationName, string>> = {
  "column.create": "columnId",
  "task.create": "taskId",
  "task.capture": "taskId",
  "checklistItem.create": "itemId",
  "checklistItem.toTask": "newTaskId",
  "task.toChecklistItem": "itemId",
  "comment.create": "commentId",
  "taskLink.create": "linkId",
  "tag.create": "tagId",
  "context.create": "contextId",
  "project.create": "projectId",
  "view.create": "viewId",
};

/** The reference fields of an input, with what another board has there. */
function references(
  name: MutationName,
  input: Record<string, unknown>,
  other: FurnishedBoard,
): [string, unknown, unknown][] {
  const foreign: Record<string, unknown> = {
    ...other,
    columnId: other.columns.next.id,
    toColumnId: other.columns.next.id,
    taskIds: [other.taskId],
    tagIds: [other.tagId],
    contextIds: [other.contextId],
    assigneeIds: [other.ownerId],
  };
  return Object.keys(input)
    .filter((field) => field !== made[name] && /Ids?$/.test(field) && !["afterId", "beforeId"].includes(field))
    .map((field) => [field, foreign[field], Array.isArray(foreign[field]) ? [randomUUID()] : randomUUID()]);
}

apiTest(
  "every mutation answers another's id as it answers one that does not exist, and writes nothing",
  async ({ api }) => {
    const ada = await api.newPerson();
    const bob = await api.newPerson("Bob");
    const own = await furnishBoard(api, ada);
    const bobs = await furnishBoard(api, bob);
    const before = [
      await ada.api.board.snapshot({ boardId: own.boardId }),
      await bob.api.board.snapshot({ boardId: bobs.boardId }),
    ].map((board) => JSON.stringify(board));
    const checked: string[] = [];
    for (const [name, input] of Object.entries(acceptableInputs(own)) as [MutationName, Record<string, unknown>][]) {
      for (const [field, foreign, unknown] of references(name, input, bobs)) {
        const toForeign = await refusalOf(mutate(ada.api, name, { ...input, [field]: foreign }));
        const toUnknown = await refusalOf(mutate(ada.api, name, { ...input, [field]: unknown }));
        expect({ name, field, ...toForeign }).toEqual({ name, field, ...toUnknown });
        expect({ name, field, ...toForeign }).toMatchObject({
          code: "NOT_FOUND",
          refusal: expect.stringMatching(/_NOT_FOUND$/),
        });
        checked.push(`${name} ${field}`);
      }
    }
    expect(checked.length).toBeGreaterThan(50);
    const after = [
      await ada.api.board.snapshot({ boardId: own.boardId }),
      await bob.api.board.snapshot({ boardId: bobs.boardId }),
    ].map((board) => JSON.stringify(board));
    expect(after).toEqual(before);
    expect(api.defects).toEqual([]);
  },
);

apiTest("every reading answers another's id as it answers one that does not exist", async ({ api }) => {
  const ada = await api.newPerson();
  const bob = await api.newPerson("Bob");
  const own = await furnishBoard(api, ada);
  const bobs = await furnishBoard(api, bob);
  const boardId = own.boardId;
  const asked: [string, object, object][] = [
    ["board.snapshot", { boardId: bobs.boardId }, { boardId: randomUUID() }],
    ["board.delta", { boardId: bobs.boardId, since: 0 }, { boardId: randomUUID(), since: 0 }],
    ["board.pace", { boardId: bobs.boardId }, { boardId: randomUUID() }],
    ["board.gone", { boardId: bobs.boardId }, { boardId: randomUUID() }],
    ["task.get", { boardId: bobs.boardId, taskId: bobs.taskId }, { boardId: randomUUID(), taskId: randomUUID() }],
    ["task.get", { boardId, taskId: bobs.taskId }, { boardId, taskId: randomUUID() }],
    ["task.get", { boardId: bobs.boardId, number: 1 }, { boardId: randomUUID(), number: 1 }],
    ["task.activity", { boardId: bobs.boardId, taskId: bobs.taskId }, { boardId: randomUUID(), taskId: randomUUID() }],
    ["task.activity", { boardId, taskId: bobs.taskId }, { boardId, taskId: randomUUID() }],
    ["hint.list", { boardId: bobs.boardId, taskId: bobs.taskId }, { boardId: randomUUID(), taskId: randomUUID() }],
    ["hint.list", { boardId, taskId: bobs.taskId }, { boardId, taskId: randomUUID() }],
  ];
  for (const [name, foreign, unknown] of asked) {
    const toForeign = await refusalOf(call(ada.api, name, foreign));
    expect({ name, ...toForeign }).toEqual({ name, ...(await refusalOf(call(ada.api, name, unknown))) });
    expect(toForeign.code).toBe("NOT_FOUND");
  }
  expect((await ada.api.board.list()).map((board) => board.id)).toEqual([boardId]);
});

apiTest("a child is not found under another parent of the same board", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, itemId, hintId, attachmentId, otherTaskId: taskId } = await furnishBoard(api, ada);
  for (const name of ["checklistItem.update", "checklistItem.move", "checklistItem.remove"]) {
    const refusal = await refusalOf(mutate(ada.api, name, { boardId, taskId, itemId }));
    expect(refusal).toEqual({ code: "NOT_FOUND", refusal: "CHECKLIST_ITEM_NOT_FOUND" });
  }
  for (const name of ["hint.apply", "hint.dismiss"]) {
    const refusal = await refusalOf(mutate(ada.api, name, { boardId, taskId, hintId }));
    expect(refusal).toEqual({ code: "NOT_FOUND", refusal: "HINT_NOT_FOUND" });
  }
  for (const name of ["attachment.rename", "attachment.remove", "attachment.restore", "attachment.setCover"]) {
    const renamed = name === "attachment.rename" ? { name: "Other.png" } : {};
    const refusal = await refusalOf(mutate(ada.api, name, { boardId, taskId, attachmentId, ...renamed }));
    expect(refusal).toEqual({ code: "NOT_FOUND", refusal: "ATTACHMENT_NOT_FOUND" });
  }
});

apiTest("a viewer reads everything and changes nothing", async ({ api }) => {
  const ada = await api.newPerson();
  const eve = await api.newPerson("Eve");
  const own = await furnishBoard(api, ada);
  await api.deps.db.boardMember.create({ data: { boardId: own.boardId, userId: eve.userId, role: "viewer" } });
  const before = await eve.api.board.snapshot({ boardId: own.boardId });
  for (const [name, input] of Object.entries(acceptableInputs(own))) {
    expect({ name, ...(await refusalOf(mutate(eve.api, name, input))) }).toEqual({
      name,
      code: "FORBIDDEN",
      refusal: "READ_ONLY",
    });
  }
  expect(await eve.api.board.snapshot({ boardId: own.boardId })).toEqual(before);
});

apiTest("nobody in particular reads and changes nothing", async ({ api }) => {
  const ada = await api.newPerson();
  const own = await furnishBoard(api, ada);
  const [taskId] = await newTasks(ada, own.boardId, own.columns.next.id, 1);
  for (const [name, input] of Object.entries(acceptableInputs(own))) {
    expect(await refusalOf(mutate(api.stranger, name, input))).toEqual({ code: "UNAUTHORIZED", refusal: null });
  }
  expect(await refusalOf(api.stranger.task.get({ boardId: own.boardId, taskId: taskId! }))).toMatchObject({
    code: "UNAUTHORIZED",
  });
});
