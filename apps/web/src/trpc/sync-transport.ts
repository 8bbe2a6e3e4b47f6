import { getUntypedClient } from "@trpc/client";
import type { MutationAnswer } from "@kanban/domain/board-event";
import type { ReadOutcome, SyncTransport } from "../sync/transport.ts";
import type { ApiClient } from "./client.ts";
import { outcomeOfError } from "./outcome-of-error.ts";

/** The engine's way to the server, over tRPC. A mutation's name is its procedure. */
export function createTrpcTransport(client: ApiClient): SyncTransport {
  // By name: that each mutation is a procedure with that input is the API's own test.
  const calls = getUntypedClient(client);
  return {
    async send({ name, input }) {
      try {
        return { outcome: "answered", answer: (await calls.mutation(name, input)) as MutationAnswer };
      } catch (error) {
        return outcomeOfError(error);
      }
    },
    snapshot: (boardId) => read(client.board.snapshot.query({ boardId })),
    delta: (cursor) => read(client.board.delta.query(cursor)),
    task: (boardId, taskId) => read(client.task.get.query({ boardId, taskId })),
    stream(boards, handlers) {
      let isOver = false;
      const end = () => {
        if (isOver) return;
        isOver = true;
        subscription.unsubscribe();
        handlers.onClose();
      };
      const subscription = client.sync.stream.subscribe(
        { boards: [...boards], withPresence: true },
        {
          onConnectionStateChange(change) {
            if (change.state === "pending") handlers.onOpen();
            // The link would reconnect by itself, from the cursors of long ago and in its own rhythm.
            else if (change.state === "connecting" && change.error) end();
          },
          onData: (data) => handlers.onMessage(data.data),
          onError: end,
          onComplete: end,
        },
      );
      return () => {
        isOver = true;
        subscription.unsubscribe();
      };
    },
  };
}

/** A read's value, or why there is none. What is refused to a reader is not there for them. */
async function read<Value>(call: Promise<Value>): Promise<ReadOutcome<Value>> {
  try {
    return { outcome: "read", value: await call };
  } catch (error) {
    const failed = outcomeOfError(error);
    return failed.outcome === "refused" ? { outcome: "missing" } : failed;
  }
}
