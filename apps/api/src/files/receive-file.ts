import { createAttachment, type FileLimits } from "@kanban/api/attachment/create-attachment";
import { bytesToAccept, type FilePlace } from "@kanban/api/attachment/file-access.repository";
import { type ApiDeps, actorContext, type Session } from "@kanban/api/context";
import type { MutationAnswer } from "@kanban/domain/board-event";
import { cleanFileName } from "@kanban/domain/file-name";
import { refuse } from "@kanban/domain/refusal";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { storeBytes } from "./store-bytes.ts";

export type ReceivedFile = {
  place: FilePlace;
  /** As its sender calls it. */
  name: string;
  /** As announced; `null` when it was not. */
  size: number | null;
  bytes: AsyncIterable<Uint8Array>;
};

/**
 * Takes a file in: everything that can be judged before the first byte is, the bytes go to the storage as they come,
 * and only when all are there does the task get them. Whatever ends it early leaves nothing behind.
 */
export async function receiveFile(
  deps: ApiDeps,
  session: Session,
  { place, name, size, bytes }: ReceivedFile,
  { storage, fileLimits }: { storage: FileStorage; fileLimits: FileLimits },
): Promise<MutationAnswer> {
  const maxBytes = await bytesToAccept(deps.db, session.userId, place, fileLimits);
  const tooLarge = () =>
    maxBytes < fileLimits.bytesPerFile
      ? refuse("BOARD_FILES_FULL", { limit: fileLimits.bytesPerBoard })
      : refuse("FILE_TOO_LARGE", { limit: fileLimits.bytesPerFile });
  if (size !== null && size > maxBytes) return tooLarge();
  const stored = await storeBytes(storage, bytes, { maxBytes, tooLarge });
  const file = { ...place, ...stored, name: cleanFileName(name) };
  return createAttachment(actorContext(deps, session), file, { storage, fileLimits });
}
