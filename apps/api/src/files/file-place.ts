import { attachmentIdSchema, boardIdSchema, taskIdSchema } from "@kanban/domain/ids";
import { z } from "zod";

/** What the path of a file says; three ids and nothing else. */
export const filePlaceSchema = z.object({
  boardId: boardIdSchema,
  taskId: taskIdSchema,
  attachmentId: attachmentIdSchema,
});

/** The paths of a file and of its preview. */
export const filePath = "/api/attachments/:boardId/:taskId/:attachmentId";
export const previewPath = `${filePath}/preview`;
