import type { AttachmentId } from "@kanban/domain/ids";
import type { Locks } from "../../../sync/locks.ts";
import type { Timers } from "../../../sync/timers.ts";
import type { Capture } from "./capture.ts";
import type { CaptureTransport } from "./capture-transport.ts";
import type { KeptCaptures } from "./kept-captures.ts";

export type CaptureSenderDeps = {
  lockName: string;
  kept: KeptCaptures;
  transport: CaptureTransport;
  locks: Locks;
  timers: Timers;
  /** What waits is not what it was. */
  onChange(): void;
  onCaptured(capture: Capture, task: NonNullable<Capture["task"]>): void;
  /** The server did not take it, or a file of it: its person has to say how it goes on. */
  onProblem(capture: Capture): void;
  onProgress(id: AttachmentId, progress: number): void;
  onSignedOut(): void;
};

/** Looks at what waits and does one thing about it; answers in how many milliseconds it wants to look again. */
export type Lane = (signal: AbortSignal) => Promise<number>;

// A tab that crashes between keeping a capture and telling of it leaves it on the disk only.
export const rereadDiskMs = 30_000;
