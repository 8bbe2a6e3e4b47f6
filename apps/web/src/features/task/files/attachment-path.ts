import type { AttachmentId, BoardId, TaskId } from "@kanban/domain/ids";

export type FilePlace = { boardId: BoardId; taskId: TaskId; id: AttachmentId };

/** Where a file is, for sending it there and for getting it back. */
export function attachmentPath({ boardId, taskId, id }: FilePlace): string {
  return `/api/attachments/${boardId}/${taskId}/${id}`;
}

/** Where the small picture of a file is. */
export function previewPath(place: FilePlace): string {
  return `${attachmentPath(place)}/preview`;
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const ownPath = new RegExp(`^/api/attachments/${uuid}/${uuid}/${uuid}$`);

/** Whether an address is that of one of our own files: everything else would tell a server who reads here. */
export function isOwnFile(address: string): boolean {
  return ownPath.test(address);
}
