import type { BoardWake } from "@kanban/api/context";
import { boardIdSchema, type BoardId } from "@kanban/domain/ids";
import type { Listener } from "@kanban/messaging/listen";

/** Told for every board of the streams that are open when changes may have been missed. */
export type Fanout = BoardWake & { listeners(): number; stop(): void };

/**
 * Passes the event log's wake-ups on to the live streams of this process: one LISTEN connection for all of them, and
 * however many events a burst brings to a board, each stream is told once. Wake-ups are hints; a stream also looks by
 * itself every two seconds, which covers what is lost while the connection is away.
 */
export function createFanout(listener: Pick<Listener, "subscribe">): Fanout {
  const streams = new Set<(boardId: BoardId) => void>();
  const pending = new Set<BoardId>();
  const flush = () => {
    const boards = [...pending];
    pending.clear();
    for (const tell of streams) for (const boardId of boards) tell(boardId);
  };
  const unsubscribe = listener.subscribe("event_log", (payload) => {
    const boardId = boardIdSchema.safeParse(payload);
    if (!boardId.success || streams.size === 0) return;
    if (pending.size === 0) setImmediate(flush);
    pending.add(boardId.data);
  });
  return {
    subscribe: (tell) => {
      streams.add(tell);
      return () => void streams.delete(tell);
    },
    listeners: () => streams.size,
    stop: unsubscribe,
  };
}
