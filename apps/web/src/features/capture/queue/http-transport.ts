import type { MutationAnswer } from "@kanban/domain/board-event";
import { call } from "../../../trpc/call.ts";
import { outcomeOfError } from "../../../trpc/outcome-of-error.ts";
import { sendUpload } from "../../task/files/send-upload.ts";
import type { CaptureTransport } from "./capture-transport.ts";

/** Captures by tRPC, their files as every file of a task: by themselves, each under its own id. */
export const httpTransport: CaptureTransport = {
  async send({ id, boardId, text, fileNames, source, capturedAt }) {
    try {
      const input = { mutationId: id, boardId, text, fileNames, source, capturedAt };
      const answer = (await call("mutation", "capture.send", input)) as MutationAnswer;
      const change = answer.events[0]?.change;
      if (change?.type !== "task.created") throw new Error("A capture begins with its task");
      return { outcome: "captured", task: { boardId: answer.boardId, taskId: change.payload.card.id } };
    } catch (error) {
      return outcomeOfError(error);
    }
  },
  sendFile: ({ boardId, taskId }, { id, name, size }, bytes, how) =>
    sendUpload(
      { ...{ id, boardId, taskId, name, size }, state: "sending", progress: 0, problem: null, isKept: true },
      bytes,
      how,
    ),
};
