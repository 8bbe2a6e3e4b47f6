import type { BoardId, TaskId } from "@kanban/domain/ids";
import { attachmentPath } from "./attachment-path.ts";
import { takeFiles } from "./take-files.ts";
import type { UploadQueue } from "./upload-queue.ts";

/**
 * Uploads files pasted into a text of a task and answers the Markdown that shows them there: images as images, others
 * as links. The address is known before the file has arrived, so writing goes on at once.
 */
export function attachToText(
  queue: UploadQueue,
  { boardId, taskId }: { boardId: BoardId; taskId: TaskId },
  files: readonly File[],
): string {
  const taken = takeFiles(files);
  const ids = queue.add(boardId, taskId, taken);
  const references = ids.map((id, index) => {
    const { file, name } = taken[index]!;
    const words = name.replace(/[[\]\\\n]/g, " ");
    return `${file.type.startsWith("image/") ? "!" : ""}[${words}](${attachmentPath({ boardId, taskId, id })})`;
  });
  return references.join("\n");
}
