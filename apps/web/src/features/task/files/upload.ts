import type { AttachmentId, BoardId, TaskId } from "@kanban/domain/ids";
import type { RefusalCode } from "@kanban/domain/refusal";

/** Why an upload did not come about, as far as trying again may help. */
export type UploadProblem =
  | { kind: "network" }
  | { kind: "signed-out" }
  | { kind: "refused"; code: RefusalCode; details: Record<string, string | number | null> };

/** A file on its way to a task. Its id is that of the attachment it becomes: sent twice, it is there once. */
export type Upload = {
  id: AttachmentId;
  boardId: BoardId;
  taskId: TaskId;
  name: string;
  size: number;
  state: "queued" | "offline" | "sending" | "sent" | "failed";
  /** 0 to 1. */
  progress: number;
  problem: UploadProblem | null;
  /** Whether it would survive a reload. */
  isKept: boolean;
};

export type SendOutcome =
  | { outcome: "sent" }
  | { outcome: "cancelled" }
  | { outcome: "failed"; problem: UploadProblem };

/** Sends one file; `signal` cancels it. */
export type SendUpload = (
  upload: Upload,
  file: Blob,
  how: { onProgress: (progress: number) => void; signal: AbortSignal },
) => Promise<SendOutcome>;
