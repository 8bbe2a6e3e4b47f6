import { hash } from "node:crypto";
import type { BoardId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, type Person, refusalOf } from "../testing/api-test.ts";
import { allEvents, comparable, rebuildBoard } from "../testing/rebuild-board.ts";
import { type CaptureInput, captureTask } from "./capture-task.ts";

const fileLimits = { bytesPerFile: 1_000, bytesPerBoard: 1_000_000 };
const kept = new Map<string, string>();
const storage = {
  exists: (sha256: string) => Promise.resolve(kept.has(sha256)),
  put: async (bytes: AsyncIterable<Uint8Array>) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    const content = Buffer.concat(chunks);
    const sha256 = hash("sha256", content);
    kept.set(sha256, content.toString());
    return { sha256, size: content.length };
  },
};
const file = async (name: string, content: string) => ({
  ...(await storage.put(asyncOf(content))),
  name,
  type: "text/plain",
});

async function* asyncOf(content: string) {
  yield Buffer.from(content);
}

function capture({ ctx }: Person, asked: Partial<CaptureInput>) {
  return captureTask(
    ctx,
    { mutationId: newMutationId(), boardId: null, source: "api", ...asked },
    { storage, fileLimits },
  );
}

const titlesIn = async ({ api }: Person, boardId: BoardId) =>
  (await api.board.snapshot({ boardId })).tasks
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ title }) => title);

apiTest("whether the files of a capture are stored is asked of all at once", async ({ api }) => {
  const ada = await api.newPerson();
  await newBoard(ada);
  const attachments = [await file("roof.txt", "slate"), await file("bill.txt", "paid")];
  let asked = 0;
  let answerAll = () => {};
  const all = new Promise<boolean>((resolve) => (answerAll = () => resolve(true)));
  const exists = () => {
    if (++asked === attachments.length) answerAll();
    return all;
  };
  const input = { mutationId: newMutationId(), boardId: null, text: "Roof", source: "api" as const, attachments };
  await captureTask(ada.ctx, input, { storage: { ...storage, exists }, fileLimits });
  expect(asked).toBe(2);
});

apiTest("a capture is one task on top of the inbox, with its source, its words and its files", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns, epoch } = await newBoard(ada);
  await capture(ada, { text: "Before" });
  const attachments = [await file("../roof.txt", "slate"), await file("bill.txt", "paid")];
  const receivedAt = "2026-01-02T03:04:05.000Z";
  await capture(ada, { text: "Roof\nleaks", url: "https://example.com", source: "mail", receivedAt, attachments });
  const { tasks } = await ada.api.board.snapshot({ boardId });
  const task = tasks.find(({ title }) => title === "Roof")!;
  expect(task).toMatchObject({
    columnId: columns.inbox.id,
    source: "mail",
    attachmentCount: 2,
    capturedAt: receivedAt,
  });
  const { detail } = await ada.api.task.get({ boardId, taskId: task.id });
  expect(detail.notes).toBe("leaks\n\nhttps://example.com");
  expect(detail.attachments.map(({ name }) => name)).toEqual(["roof.txt", "bill.txt"]);
  expect(await titlesIn(ada, boardId)).toEqual(["Roof", "Before"]);
  const snapshot = await ada.api.board.snapshot({ boardId });
  expect(comparable(rebuildBoard(await allEvents(ada.api, boardId), epoch))).toEqual(comparable(snapshot));
});

apiTest(
  "whatever is asked ten times at once under one key is captured once, everything in its order",
  async ({ api }) => {
    const ada = await api.newPerson();
    const { boardId } = await newBoard(ada);
    const texts = Array.from({ length: 5 }, (_, index) => `Thought ${index}`);
    for (const text of texts) {
      const mutationId = newMutationId();
      const attachments = [await file("note.txt", text)];
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => capture(ada, { mutationId, text, attachments, boardId: null })),
      );
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    }
    expect(await titlesIn(ada, boardId)).toEqual(texts.toReversed());
    const snapshot = await ada.api.board.snapshot({ boardId });
    expect(snapshot.tasks.every(({ attachmentCount }) => attachmentCount === 1)).toBe(true);
  },
);

apiTest("asked again after another board has become the one captured into, it stays where it is", async ({ api }) => {
  const ada = await api.newPerson();
  const home = await newBoard(ada, "Home");
  const mutationId = newMutationId();
  const first = await capture(ada, { mutationId, text: "Once" });
  const work = await newBoard(ada, "Work");
  await ada.api.capture.chooseBoard({ boardId: work.boardId });
  expect(await capture(ada, { mutationId, text: "Once" })).toEqual(first);
  expect(await refusalOf(capture(ada, { mutationId, text: "Twice" }))).toMatchObject({ code: "MUTATION_ID_REUSED" });
  await capture(ada, { text: "Later" });
  expect([await titlesIn(ada, home.boardId), await titlesIn(ada, work.boardId)]).toEqual([["Once"], ["Later"]]);
});

apiTest("text that no task's notes can hold is kept whole in a file", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  const text = `Article\n${"All of it. ".repeat(20_000)}`;
  await capture(ada, { text });
  const { detail } = await ada.api.task.get({ boardId, number: 1 });
  expect(detail.notes.length).toBeLessThanOrEqual(limits.notes);
  expect(detail.attachments).toMatchObject([{ name: "captured.txt", type: "text/plain" }]);
  expect(`Article\n${kept.get(detail.attachments[0]!.sha256)}`).toBe(text.trimEnd());
});

apiTest("it is refused where there is no inbox, no right and nothing said, and leaves nothing", async ({ api }) => {
  const [ada, bob] = [await api.newPerson(), await api.newPerson("Bob")];
  expect(await refusalOf(capture(ada, { text: "x" }))).toMatchObject({ code: "NO_INBOX" });
  const { boardId, columns } = await newBoard(ada);
  expect(await refusalOf(capture(bob, { boardId, text: "x" }))).toMatchObject({ code: "BOARD_NOT_FOUND" });
  expect(await refusalOf(capture(bob, { text: "x" }))).toMatchObject({ code: "NO_INBOX" });
  await api.deps.db.boardMember.create({ data: { boardId, userId: bob.userId, role: "viewer" } });
  expect(await refusalOf(capture(bob, { boardId, text: "x" }))).toMatchObject({ code: "READ_ONLY" });
  expect(await refusalOf(capture(bob, { text: "x" }))).toMatchObject({ code: "NO_INBOX" });
  expect(await refusalOf(capture(ada, { text: " \n" }))).toMatchObject({ code: "NOTHING_TO_CAPTURE" });
  const attachments = [{ ...(await file("big.txt", "x")), size: 2_000_000 }];
  expect(await refusalOf(capture(ada, { text: "x", attachments }))).toMatchObject({ code: "BOARD_FILES_FULL" });
  await ada.api.column.update({ boardId, columnId: columns.inbox.id, kind: "next", mutationId: newMutationId() });
  expect(await refusalOf(capture(ada, { boardId, text: "x" }))).toMatchObject({ code: "NO_INBOX" });
  expect((await ada.api.board.snapshot({ boardId })).tasks).toEqual([]);
});

apiTest("a full inbox takes it where the board asks for a reason, and not where it blocks", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const base = () => ({ boardId, mutationId: newMutationId() });
  await ada.api.column.update({ ...base(), columnId: columns.inbox.id, wipLimit: 1 });
  await capture(ada, { text: "One" });
  expect(await refusalOf(capture(ada, { text: "Two" }))).toMatchObject({ code: "WIP_LIMIT_REACHED" });
  await ada.api.board.update({ ...base(), wipPolicy: "ask" });
  await capture(ada, { text: "Two" });
  expect(await titlesIn(ada, boardId)).toEqual(["Two", "One"]);
});

apiTest("what a browser captures goes into whatever is the inbox by then", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const base = () => ({ boardId, mutationId: newMutationId() });
  await ada.api.task.capture({ ...base(), title: "Typed", source: "share" });
  await ada.api.column.update({ ...base(), columnId: columns.inbox.id, kind: "waiting" });
  await ada.api.column.update({ ...base(), columnId: columns.someday.id, kind: "inbox" });
  await ada.api.task.capture({ ...base(), title: "Later" });
  const { tasks } = await ada.api.board.snapshot({ boardId });
  expect(Object.fromEntries(tasks.map(({ title, columnId, source }) => [title, [columnId, source]]))).toEqual({
    Later: [columns.someday.id, "web"],
    Typed: [columns.inbox.id, "share"],
  });
});
