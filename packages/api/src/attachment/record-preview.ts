import type { Change } from "@kanban/domain/change";
import type { AttachmentId, BoardId, MutationId, TaskId } from "@kanban/domain/ids";
import type { WorkerEventPayload } from "@kanban/events/worker-events";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { writePreview } from "./attachment.repository.ts";

type PreviewReport = WorkerEventPayload<"attachment.previewed"> & { boardId: BoardId; mutationId: MutationId };

/**
 * Takes over that the worker has made a small picture of a file, or never will. Nothing happens when the file is gone,
 * or was told of before. The task's version stays: nobody changed the task.
 */
export function recordPreview(ctx: ActorContext, input: PreviewReport) {
  return mutateBoard(ctx, "preview.record", input, async ({ tx }): Promise<Change[]> => {
    const { taskId, attachmentId, preview: made } = input;
    const size = { width: made?.width ?? null, height: made?.height ?? null };
    const preview = made ? "ready" : "failed";
    if (!(await writePreview(tx, input, { preview, previewSha256: made?.sha256 ?? null, ...size }))) return [];
    return [previewRecorded(taskId, attachmentId, preview, size)];
  });
}

function previewRecorded(
  taskId: TaskId,
  attachmentId: AttachmentId,
  preview: "ready" | "failed",
  size: { width: number | null; height: number | null },
): Change {
  return { type: "preview.recorded", payload: { taskId, attachmentId, preview, ...size } };
}
