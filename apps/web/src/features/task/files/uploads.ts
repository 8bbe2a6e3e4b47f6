import type { AttachmentId, UserId } from "@kanban/domain/ids";
import { browserNetwork } from "../../../sync/browser-network.ts";
import { newId } from "../../../sync/new-id.ts";
import { createKeptUploads } from "./kept-uploads.ts";
import { sendUpload } from "./send-upload.ts";
import { createUploadQueue, type UploadQueue } from "./upload-queue.ts";

let current: { userId: UserId; queue: UploadQueue } | null = null;

/** The one queue of a user in this tab: panels come and go, uploads go on. */
export function uploadsOf(userId: UserId): UploadQueue {
  if (current?.userId === userId) return current.queue;
  current?.queue.stop();
  const queue = createUploadQueue({
    send: sendUpload,
    kept: createKeptUploads(userId),
    newId: () => newId<AttachmentId>(),
    network: browserNetwork,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: Date.now,
  });
  current = { userId, queue };
  return queue;
}
