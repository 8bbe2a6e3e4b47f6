import type { Capture, WaitingFile } from "./capture.ts";
import type { Unavailable } from "../../../sync/transport.ts";
import type { SyncRefusal } from "../../../sync/refusals.ts";
import type { SendOutcome as FileOutcome } from "../../task/files/upload.ts";

export type CaptureOutcome =
  | { outcome: "captured"; task: NonNullable<Capture["task"]> }
  | { outcome: "refused"; refusal: SyncRefusal }
  | { outcome: "signed-out" }
  | Unavailable;

/** The way to the server. No method throws or rejects: every failure is an outcome. */
export type CaptureTransport = {
  send(capture: Capture): Promise<CaptureOutcome>;
  sendFile(
    task: NonNullable<Capture["task"]>,
    file: WaitingFile,
    bytes: Blob,
    how: { onProgress: (progress: number) => void; signal: AbortSignal },
  ): Promise<FileOutcome>;
};
