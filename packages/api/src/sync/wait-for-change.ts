import type { BoardId } from "@kanban/domain/ids";
import type { BoardWake } from "../context.ts";

/** Wake-ups may be lost with their connection; a stream looks by itself this often. Also how soon a revoked one ends. */
const floorMs = 2_000;

export type ChangeWaiter = {
  /** Resolves when one of the boards has changed since the last call, after two seconds, or when the stream ends. */
  wait(): Promise<void>;
  stop(): void;
};

/** Listens from now on, so that nothing falls between reading the backlog and waiting for more. */
export function listenForChanges(
  wake: BoardWake,
  boards: { has(id: BoardId): boolean },
  signal: AbortSignal,
): ChangeWaiter {
  let isDirty = false;
  let endWait = () => {};
  const unsubscribe = wake.subscribe((boardId) => {
    if (!boards.has(boardId)) return;
    isDirty = true;
    endWait();
  });
  const handleAbort = () => endWait();
  signal.addEventListener("abort", handleAbort);
  return {
    wait: () =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(() => endWait(), floorMs);
        endWait = () => {
          clearTimeout(timer);
          endWait = () => {};
          isDirty = false;
          resolve();
        };
        if (isDirty || signal.aborted) endWait();
      }),
    stop: () => {
      unsubscribe();
      signal.removeEventListener("abort", handleAbort);
      endWait();
    },
  };
}
