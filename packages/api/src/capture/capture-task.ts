import { Readable } from "node:stream";
import type { MutationAnswer } from "@kanban/domain/board-event";
import { readCapture } from "@kanban/domain/capture/read-capture";
import type { TaskSource } from "@kanban/domain/entities";
import { cleanFileName } from "@kanban/domain/file-name";
import type { AttachmentId, BoardId, MutationId, TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { Instant } from "@kanban/domain/moment";
import { refuse } from "@kanban/domain/refusal";
import type { FileStorage, StoredFile } from "@kanban/file-storage/file-storage";
import type { FileLimits } from "../attachment/create-attachment.ts";
import { addNewFiles, holdNewFiles } from "../attachment/add-new-files.ts";
import { findCaptureBoard } from "../board/capture-board.repository.ts";
import type { ActorContext } from "../context.ts";
import { keyOf, mutateBoard } from "../mutate-board.ts";
import { insertTask } from "../task/task-write.repository.ts";
import { captureWords } from "./capture-words.ts";
import { deriveId } from "./derive-id.ts";
import { placeInInbox } from "./place-in-inbox.ts";
import { relateTo } from "./relate-to.ts";

/** Bytes that have been stored and come with a capture. */
export type CapturedFile = StoredFile & {
  /** As its sender calls it. */
  name: string;
  /** By content: `sniffType`. */
  type: string;
};

/** What is captured, as it came: nothing of it has to be looked at before. */
export type CaptureInput = {
  /** Of the capture: asked again with it, the same task is answered. See {@link deriveId} for a key that is no UUID. */
  mutationId: MutationId;
  /** `null`: the board the person captures into. */
  boardId: BoardId | null;
  title?: string | null;
  text?: string | null;
  url?: string | null;
  source: TaskSource;
  /** When it was sent or written down; the task counts as captured then. */
  receivedAt?: Instant | null;
  attachments?: readonly CapturedFile[];
  /** Of files that follow by themselves. */
  fileNames?: readonly string[];
  /** A task it is put beside, if that is on the same board. */
  relatesTo?: TaskId | null;
};

/**
 * Makes exactly one inbox task of what came, whatever way it came, and answers its events, `task.created` first. Refused
 * with NOTHING_TO_CAPTURE, NO_INBOX, BOARD_NOT_FOUND, READ_ONLY, WIP_LIMIT_REACHED (a board whose policy is `block`),
 * BOARD_FILES_FULL, LIMIT_REACHED, and with MUTATION_ID_REUSED when the id has captured something else.
 */
export async function captureTask(
  ctx: ActorContext,
  asked: CaptureInput,
  { storage, fileLimits }: { storage: Pick<FileStorage, "put" | "exists">; fileLimits: FileLimits },
): Promise<MutationAnswer> {
  const { mutationId, source, attachments = [], fileNames = [] } = asked;
  const files = attachments.map((file) => ({ ...file, name: cleanFileName(file.name) }));
  const read =
    readCapture({ ...asked, fileNames: [...files.map(({ name }) => name), ...fileNames] }) ??
    refuse("NOTHING_TO_CAPTURE");
  if (read.whole !== null) {
    const stored = await storage.put(Readable.from([Buffer.from(read.whole)]));
    files.push({ ...stored, name: "captured.txt", type: "text/plain" });
  }
  if (files.length > limits.attachmentsPerTask) refuse("LIMIT_REACHED", { limit: limits.attachmentsPerTask });
  // The board a person captures into may be another when the same is asked again.
  const remembered = { mutationId, boardId: asked.boardId, source, files, ...read, at: asked.receivedAt ?? null };
  const { title, notes } = read;
  const words = { title, notes, source, ...(asked.receivedAt ? { capturedAt: asked.receivedAt } : {}) };
  const { relatesTo = null } = asked;
  if (files.length === 0 && relatesTo === null) {
    const key = keyOf(ctx.actor, "task.capture", remembered);
    const answer = await captureWords(ctx, key, { ...words, boardId: asked.boardId });
    if (answer) return answer;
  }
  const boardId = asked.boardId ?? (await findCaptureBoard(ctx.pool, ctx.actor.userId)) ?? refuse("NO_INBOX");
  // Where a full inbox asks why: nobody is there to answer.
  const input = { ...words, boardId, mutationId, overrideWip: { reason: "Captured" } };
  return mutateBoard(
    ctx,
    "task.capture",
    input,
    async (scope) => {
      const { tx } = scope;
      // Before the column's and the board's locks, as whoever uploads takes them.
      await holdNewFiles(scope, files, fileLimits);
      const changes = await placeInInbox(scope, input, async ({ payload: { card, notes } }) => {
        await insertTask(tx, boardId, card, notes);
        return [];
      });
      const created = changes[0];
      if (created?.type !== "task.created") throw new Error("A capture begins with its task");
      // Sorted: files of one moment are shown in the order of their ids.
      const ids = files.map((_, index) => deriveId(mutationId, `file ${index}`) as AttachmentId).toSorted();
      const added = await addNewFiles(scope, created.payload.card, files, ids, storage);
      const linked = await relateTo(scope, created.payload.card.id, relatesTo);
      return [...changes, ...added, ...linked];
    },
    { remembered },
  );
}
