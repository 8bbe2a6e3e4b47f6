import { demoFiles } from "@kanban/demo/demo-files";
import { attachmentIdSchema, type BoardId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { createAttachment } from "../attachment/create-attachment.ts";
import { sniffType } from "@kanban/file-storage/sniff-type";
import { getSnapshot } from "../board/get-snapshot.ts";
import type { ActorContext } from "../context.ts";
import { newId } from "../new-id.ts";

/** Gives the sample board a few files, as somebody would who uploads them. Answers how many. */
export async function attachDemoFiles(ctx: ActorContext, boardId: BoardId, storage: FileStorage): Promise<number> {
  const { tasks } = await getSnapshot(ctx, { boardId });
  const open = tasks.filter((task) => task.finishedAt === null);
  const fileLimits = { bytesPerFile: limits.attachmentBytes, bytesPerBoard: limits.attachmentBytesPerBoard };
  let count = 0;
  for (const { onTask, name, bytes: draw } of demoFiles) {
    const task = open.find(({ title }) => title.includes(onTask));
    if (!task) continue;
    const bytes = draw();
    const stored = await storage.put(once(bytes));
    const place = { boardId, taskId: task.id, attachmentId: attachmentIdSchema.parse(newId(ctx.clock.now())) };
    await createAttachment(ctx, { ...place, ...stored, name, type: sniffType(bytes) }, { storage, fileLimits });
    count += 1;
  }
  return count;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
