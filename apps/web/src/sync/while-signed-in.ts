import type { ReadOutcome, SyncTransport } from "./transport.ts";

type Reads = Pick<SyncTransport, "snapshot" | "delta" | "task">;

/**
 * Reads while this tab's user is signed in, and otherwise answers that nobody is: the session may be another person's by
 * then, whose view of a board must neither show nor be kept here, also where it was asked for a moment before.
 */
export function whileSignedIn(transport: Reads, isSignedOut: () => boolean): Reads {
  const guarded =
    <Args extends unknown[], Value>(read: (...args: Args) => Promise<ReadOutcome<Value>>) =>
    async (...args: Args): Promise<ReadOutcome<Value>> => {
      if (isSignedOut()) return { outcome: "signed-out" };
      const answer = await read(...args);
      return isSignedOut() ? { outcome: "signed-out" } : answer;
    };
  return {
    snapshot: guarded((boardId) => transport.snapshot(boardId)),
    delta: guarded((cursor) => transport.delta(cursor)),
    task: guarded((boardId, taskId) => transport.task(boardId, taskId)),
  };
}
