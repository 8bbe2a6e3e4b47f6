import type { BoardDelta, MutationAnswer } from "@kanban/domain/board-event";
import type { BoardSnapshot } from "@kanban/domain/board-view";
import type { ReadOutcome, StreamMessage, SyncTransport, TaskBodies } from "../sync/transport.ts";
import { call } from "./call.ts";
import { listen } from "./listen.ts";
import { outcomeOfError } from "./outcome-of-error.ts";

/** The engine's way to the server, over tRPC. A mutation's name is its procedure. */
export const trpcTransport: SyncTransport = {
  async send({ name, input }) {
    try {
      return { outcome: "answered", answer: (await call("mutation", name, input)) as MutationAnswer };
    } catch (error) {
      return outcomeOfError(error);
    }
  },
  snapshot: (boardId) => read<BoardSnapshot>("board.snapshot", { boardId }),
  delta: (cursor) => read<BoardDelta>("board.delta", cursor),
  task: (boardId, taskId) => read<TaskBodies>("task.get", { boardId, taskId }),
  stream: (boards, handlers) =>
    listen(
      "sync.stream",
      { boards: [...boards], withPresence: true, withReadings: true },
      {
        onOpen: handlers.onOpen,
        onMessage: ({ data }) => handlers.onMessage(data as StreamMessage),
        onEnd: handlers.onClose,
      },
    ),
};

/** A read's value, or why there is none. What is refused to a reader is not there for them. */
async function read<Value>(path: string, input: unknown): Promise<ReadOutcome<Value>> {
  try {
    return { outcome: "read", value: (await call("query", path, input)) as Value };
  } catch (error) {
    const failed = outcomeOfError(error);
    return failed.outcome === "refused" ? { outcome: "missing" } : failed;
  }
}
