import type { AttachmentId, BoardId, MutationId, TaskId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import type { SyncRefusal } from "../../../sync/refusals.ts";
import type { UploadProblem } from "../../task/files/upload.ts";

/** A file of a capture that has not arrived yet. Its id is that of the attachment it becomes: sent twice, it is there once. */
export type WaitingFile = { id: AttachmentId; name: string; type: string; size: number; problem: UploadProblem | null };

/** A thought on its way: on this device until the server has it, with all that was given with it. */
export type Capture = {
  /** Also the task's id to be: sent twice, it is one task. Ids sort in the order people captured. */
  id: MutationId;
  /** `null`: wherever its person's captures go when it arrives. */
  boardId: BoardId | null;
  text: string;
  source: "web" | "share";
  capturedAt: Instant;
  /** As they were given, also of those that have arrived: the server compares what comes twice. */
  fileNames: readonly string[];
  files: readonly WaitingFile[];
  /** When it was its turn, or that of one before it, there was no answer: it waits for the server. */
  isDelayed?: boolean;
  /** The task it has become, while files are still to follow. */
  task: { boardId: BoardId; taskId: TaskId } | null;
  /** Why the server did not take it; it then waits for its person. */
  problem: SyncRefusal | null;
};

/** A changed capture, or `null` when nothing of it is left to be sent. */
export type CaptureChange = (capture: Capture) => Capture | null;

/** Whether a person has to say how it goes on. */
export function needsPerson({ problem, files }: Capture): boolean {
  return problem !== null || files.some((file) => file.problem !== null);
}

/** Whether it goes by itself once its person has a board with an inbox: it was meant for no board in particular. */
export function needsInbox({ boardId, problem }: Capture): boolean {
  return boardId === null && problem?.code === "NO_INBOX";
}

/** The server has it: what is left are its files. */
export function becameTask(capture: Capture, task: NonNullable<Capture["task"]>): Capture | null {
  return capture.files.length === 0 ? null : { ...capture, task };
}

/** A file of it has arrived; the last one ends it. */
export function fileArrived(capture: Capture, id: AttachmentId): Capture | null {
  const files = capture.files.filter((file) => file.id !== id);
  return files.length === 0 && capture.task ? null : { ...capture, files };
}

/** As if nothing had gone wrong. */
export function withoutProblems(capture: Capture): Capture {
  return { ...capture, problem: null, files: capture.files.map((file) => ({ ...file, problem: null })) };
}
