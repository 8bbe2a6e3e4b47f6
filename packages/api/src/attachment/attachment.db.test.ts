import { randomUUID } from "node:crypto";
import { applyChange } from "@kanban/domain/apply-change";
import type { AttachmentId, BoardId, TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTasks, type Person, refusalOf } from "../testing/api-test.ts";
import { allEvents, comparable, rebuildBoard } from "../testing/rebuild-board.ts";
import { createAttachment } from "./create-attachment.ts";
import { recordPreview } from "./record-preview.ts";

type Desk = { boardId: BoardId; taskId: TaskId };

const fileLimits = { bytesPerFile: 1_000, bytesPerBoard: 100_000 };
/** Where whatever is asked for is there. */
const storage = { exists: async () => true };
const sha256 = "a".repeat(64);
const small = { sha256: "b".repeat(64), width: 400, height: 300 };

async function settle(person: Person): Promise<Desk> {
  const { boardId, columns } = await newBoard(person);
  const [taskId] = (await newTasks(person, boardId, columns.next.id, 1)) as [TaskId];
  return { boardId, taskId };
}

async function attach({ ctx }: Person, desk: Desk, name = "Plan.png", type = "image/png"): Promise<AttachmentId> {
  const attachmentId = randomUUID() as AttachmentId;
  await createAttachment(ctx, { ...desk, attachmentId, name, type, size: 10, sha256 }, { storage, fileLimits });
  return attachmentId;
}

const preview = ({ ctx }: Person, desk: Desk, attachmentId: AttachmentId, made: typeof small | null = small) =>
  recordPreview(ctx, { ...desk, attachmentId, sha256, preview: made, mutationId: newMutationId() });

apiTest("cards, files and covers rebuilt from the events alone are those of the tables", async ({ api, clock }) => {
  const ada = await api.newPerson();
  const desk = await settle(ada);
  const { boardId, taskId } = desk;
  const base = () => ({ boardId, taskId, mutationId: newMutationId() });
  const one = await attach(ada, desk);
  clock.advance({ minutes: 1 });
  const two = await attach(ada, desk, "List.txt", "text/plain");
  await preview(ada, desk, one);
  await ada.api.attachment.setCover({ ...base(), attachmentId: one });
  await ada.api.attachment.rename({ ...base(), attachmentId: two, name: "Tools.txt" });
  await ada.api.attachment.remove({ ...base(), attachmentId: one });
  await ada.api.attachment.restore({ ...base(), attachmentId: one });
  await ada.api.attachment.setCover({ ...base(), attachmentId: one });
  await ada.api.attachment.remove({ ...base(), attachmentId: two });

  const snapshot = await ada.api.board.snapshot({ boardId });
  const events = await allEvents(ada.api, boardId);
  expect(comparable(rebuildBoard(events, snapshot.epoch))).toEqual(comparable(snapshot));
  expect(snapshot.tasks[0]).toMatchObject({
    attachmentCount: 1,
    cover: { attachmentId: one, width: 400, height: 300 },
  });

  const { detail } = await ada.api.task.get({ boardId, taskId });
  const begun = rebuildBoard(events.slice(0, 2), snapshot.epoch);
  const none = { notes: "", notesVersion: 0, checklist: [], hints: [], comments: [], attachments: [] };
  const opened = { ...begun, details: { [taskId]: none } };
  const replayed = events.slice(2).reduce((view, { change }) => applyChange(view, change), opened as typeof begun);
  expect(replayed.details[taskId]?.attachments).toEqual(detail.attachments);
  expect(api.defects).toEqual([]);
});

apiTest(
  "only an image whose preview is there becomes a cover, and it leaves the card with its file",
  async ({ api }) => {
    const ada = await api.newPerson();
    const desk = await settle(ada);
    const base = () => ({ ...desk, mutationId: newMutationId() });
    const [image, text] = [await attach(ada, desk), await attach(ada, desk, "List.txt", "text/plain")];
    const cover = (attachmentId: AttachmentId) => ada.api.attachment.setCover({ ...base(), attachmentId });
    for (const id of [image, text])
      expect(await refusalOf(cover(id))).toEqual({ code: "CONFLICT", refusal: "NO_PREVIEW" });
    await preview(ada, desk, image);
    await cover(image);
    expect((await cover(image)).events).toEqual([]);
    const removal = newMutationId();
    await ada.api.attachment.remove({ ...desk, attachmentId: image, mutationId: removal });
    const coverNow = async () => (await ada.api.board.snapshot({ boardId: desk.boardId })).tasks[0]!.cover;
    expect(await coverNow()).toBeNull();
    await ada.api.board.undo({ boardId: desk.boardId, mutationId: newMutationId(), undoes: [removal] });
    expect(await coverNow()).toMatchObject({ attachmentId: image });
  },
);

apiTest(
  "the worker's word on a preview counts once, for the bytes it was made of and while its author has access",
  async ({ api }) => {
    const [ada, bob] = [await api.newPerson(), await api.newPerson("Bob")];
    const desk = await settle(ada);
    const image = await attach(ada, desk);
    const stale = { ...desk, attachmentId: image, sha256: "c".repeat(64), preview: small, mutationId: newMutationId() };
    expect((await recordPreview(ada.ctx, stale)).events).toEqual([]);
    await expect(preview(bob, desk, image)).rejects.toMatchObject({ code: "BOARD_NOT_FOUND" });
    expect((await preview(ada, desk, image)).events).toHaveLength(1);
    expect((await preview(ada, desk, image, null)).events).toEqual([]);
    const { detail } = await ada.api.task.get({ boardId: desk.boardId, taskId: desk.taskId });
    expect(detail.attachments).toMatchObject([{ preview: "ready", width: 400, height: 300 }]);
    // In the trash, where a preview may find it.
    const late = await attach(ada, desk);
    await ada.api.task.remove({ ...desk, mutationId: newMutationId() });
    expect((await preview(ada, desk, late, null)).events).toHaveLength(1);
  },
);

apiTest("a task holds as many files as the limit says, removed ones not counted", async ({ api }) => {
  const ada = await api.newPerson();
  const desk = await settle(ada);
  const ids = [];
  for (let n = 0; n < limits.attachmentsPerTask; n++) ids.push(await attach(ada, desk, `${n}.txt`, "text/plain"));
  await expect(attach(ada, desk)).rejects.toMatchObject({ code: "LIMIT_REACHED" });
  await ada.api.attachment.remove({ ...desk, attachmentId: ids[0]!, mutationId: newMutationId() });
  await attach(ada, desk);
  const restored = ada.api.attachment.restore({ ...desk, attachmentId: ids[0]!, mutationId: newMutationId() });
  expect((await refusalOf(restored)).refusal).toBe("LIMIT_REACHED");
});

apiTest("a file whose bytes were deleted in the meantime is not put on a task", async ({ api }) => {
  const ada = await api.newPerson();
  const desk = await settle(ada);
  const gone = { exists: async () => false };
  const file = { ...desk, attachmentId: randomUUID() as AttachmentId, name: "x", type: "text/plain", size: 1, sha256 };
  await expect(createAttachment(ada.ctx, file, { storage: gone, fileLimits })).rejects.toThrow("were deleted");
  expect((await ada.api.board.snapshot({ boardId: desk.boardId })).tasks[0]!.attachmentCount).toBe(0);
});
