import type { BoardEvent } from "@kanban/domain/board-event";
import type { BoardId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { tracked, TRPCError } from "@trpc/server";
import type { z } from "zod";
import type { ActorContext, Session } from "../context.ts";
import { listEvents } from "../event-log.repository.ts";
import type { Watcher } from "../presence/presence.repository.ts";
import type { Reading } from "../hint/reading.repository.ts";
import { findStreamState } from "./stream.repository.ts";
import { type Cursor, readCursors, type streamInput, writeCursors } from "./stream-cursors.ts";
import { listenForChanges } from "./wait-for-change.ts";

/** Events per message: a long backlog comes in pieces, so that neither side holds all of it at once. */
const eventsPerMessage = 200;

export type StreamMessage =
  /** What happened next on a board; consecutive with what was told before. */
  | { kind: "delta"; boardId: BoardId; epoch: string; events: BoardEvent[] }
  /** The client's place is lost (too far behind, another epoch): take a new snapshot. Changes from now on follow. */
  | { kind: "reset"; boardId: BoardId }
  /** Not readable any more; nothing more is told of this board. */
  | { kind: "gone"; boardId: BoardId }
  /** Who looks at the board now; whoever asks is among them. */
  | { kind: "presence"; boardId: BoardId; watchers: Watcher[] }
  /** What agents are reading on the board now, or wait to read. */
  | { kind: "readings"; boardId: BoardId; readings: Reading[] };

/**
 * Tells a client what happens on its boards, as it happens, beginning with what it missed. Session and membership are
 * asked of the database before every message, so that neither outlives its end by more than two seconds; a revoked
 * session ends the stream with UNAUTHORIZED. Each message's id says where to resume.
 */
export async function* streamBoards(
  ctx: ActorContext & { session: Session | null },
  input: z.output<typeof streamInput>,
  signal: AbortSignal,
) {
  const cursors = readCursors(input);
  const changes = listenForChanges(ctx.wake, cursors, signal);
  const told = new Map<string, string>();
  const isNews = (about: string, text: string) => {
    if ((told.get(about) ?? "[]") === text) return false;
    told.set(about, text);
    return true;
  };
  const message = (data: StreamMessage) => tracked(writeCursors(cursors), data);
  try {
    while (!signal.aborted && cursors.size > 0) {
      const state = await findStreamState(ctx.db, {
        userId: ctx.actor.userId,
        sessionId: ctx.session?.sessionId ?? null,
        boardIds: [...cursors.keys()],
        withPresence: input.withPresence,
        withReadings: input.withReadings,
      });
      if (!state.isSignedIn) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first" });
      for (const [boardId, cursor] of cursors) {
        const seq = state.seqs.get(boardId);
        if (seq === undefined) {
          cursors.delete(boardId);
          yield message({ kind: "gone", boardId });
          continue;
        }
        for await (const told of tellBoard(ctx, boardId, cursor, { epoch: state.epoch, seq })) {
          cursors.set(boardId, told.cursor);
          yield message(told.message);
        }
      }
      for (const boardId of cursors.keys()) {
        const watchers = state.watchers.get(boardId) ?? [];
        if (isNews(`watchers ${boardId}`, JSON.stringify(watchers)))
          yield message({ kind: "presence", boardId, watchers });
        const readings = state.readings.get(boardId) ?? [];
        if (isNews(`readings ${boardId}`, JSON.stringify(readings)))
          yield message({ kind: "readings", boardId, readings });
      }
      await changes.wait();
    }
  } catch (error) {
    if (error instanceof TRPCError) throw error;
    // Past the procedure's own error handling: whatever a query says must not reach the client.
    ctx.log.warn({ err: error }, "a live stream ended");
    throw new TRPCError({ code: "SERVICE_UNAVAILABLE", message: "Busy, please try again" });
  } finally {
    changes.stop();
  }
}

type Told = { cursor: Cursor; message: StreamMessage };

async function* tellBoard(
  { db }: ActorContext,
  boardId: BoardId,
  cursor: Cursor,
  { epoch, seq }: { epoch: string; seq: number },
): AsyncGenerator<Told> {
  const reset: Told = { cursor: { epoch, seq }, message: { kind: "reset", boardId } };
  const isLost =
    cursor === "lost" || cursor.epoch !== epoch || cursor.seq > seq || seq - cursor.seq > limits.deltaEvents;
  if (isLost) return yield reset;
  for (let from = cursor.seq + 1; from <= seq; from += eventsPerMessage) {
    const to = Math.min(seq, from + eventsPerMessage - 1);
    const events = await listEvents(db, boardId, from, to);
    // Fewer than the clock says: the oldest have been pruned.
    if (events.length !== to - from + 1) return yield reset;
    yield { cursor: { epoch, seq: to }, message: { kind: "delta", boardId, epoch, events } };
  }
}
