import type { MutationAnswer } from "@kanban/domain/board-event";
import type { BoardId } from "@kanban/domain/ids";
import { backoffMs } from "./backoff.ts";
import { withDiskPatience } from "./disk-patience.ts";
import type { Locks } from "./locks.ts";
import type { Outbox } from "./outbox.ts";
import type { QueuedMutation } from "./pending.ts";
import type { SyncRefusal } from "./refusals.ts";
import type { Timers } from "./timers.ts";
import type { SyncTransport } from "./transport.ts";

// A change the server breaks on again and again would hold up everything behind it for ever.
const defectsBeforeGivingUp = 8;
// A tab that crashes between storing a change and telling of it leaves it on the disk only.
const rereadDiskMs = 30_000;

export type SenderDeps = {
  lockName: string;
  outbox: Outbox;
  transport: Pick<SyncTransport, "send">;
  locks: Locks;
  timers: Timers;
  onAnswer(pending: QueuedMutation, answer: MutationAnswer): void;
  onRefused(pending: QueuedMutation, refusal: SyncRefusal): void;
  /** The sender has stopped: a tab that is signed out holds up none that is signed in again. */
  onSignedOut(): void;
};

export type Sender = {
  /** Waits for its turn among the tabs, then sends until stopped. */
  start(): void;
  /** Something was queued, or trying again may help now: no waiting out of a backoff. */
  wake(): void;
  /** Leaves the turn to another tab, until started again. */
  stop(): void;
};

/**
 * Sends the outbox to the server: one tab of the browser at a time, each board first in, first out, boards beside each
 * other. A request that may have arrived is repeated with the same mutation id, which the server answers once.
 */
export function createSender(deps: SenderDeps): Sender {
  const { outbox, timers } = deps;
  let running: AbortController | null = null;
  let leading: AbortController | null = null;
  let woken = new AbortController();
  const draining = new Set<BoardId>();

  const canSend = (run: AbortController) => leading === run && !run.signal.aborted;

  const drain = async (boardId: BoardId, run: AbortController) => {
    let failures = 0;
    let defects = 0;
    for (let next = outbox.next(boardId); next && canSend(run); next = outbox.next(boardId)) {
      // A change the disk does not take is sent from memory.
      await withDiskPatience(next.stored, timers);
      if (!canSend(run)) return;
      const outcome = await deps.transport.send(next.mutation);
      // Another tab holds the lock by now; it sends this again and gets the same answer.
      if (run.signal.aborted) return;
      if (outcome.outcome === "unavailable") {
        failures += 1;
        defects = outcome.isDefect ? defects + 1 : 0;
        if (defects < defectsBeforeGivingUp) {
          await timers.wait(Math.max(outcome.retryAfterMs ?? 0, backoffMs(failures, timers)), woken.signal);
          continue;
        }
        deps.onRefused(next, { code: "NOT_ACCEPTED", details: { reason: outcome.reason } });
      } else if (outcome.outcome === "signed-out") {
        stop();
        deps.onSignedOut();
        return;
      } else if (outcome.outcome === "refused") deps.onRefused(next, outcome.refusal);
      else deps.onAnswer(next, outcome.answer);
      failures = 0;
      defects = 0;
    }
  };

  const pump = () => {
    const run = running;
    if (!run || !canSend(run)) return;
    for (const boardId of outbox.boards()) {
      if (draining.has(boardId)) continue;
      draining.add(boardId);
      void drain(boardId, run).finally(() => {
        draining.delete(boardId);
        // Queued between the last look and here.
        if (outbox.next(boardId)) pump();
      });
    }
  };

  const lead = async (run: AbortController) => {
    leading = run;
    while (!run.signal.aborted) {
      // What a disk that hangs holds comes later; what was asked for in this tab goes now.
      await withDiskPatience(outbox.restore(), timers);
      pump();
      await timers.wait(rereadDiskMs, run.signal);
    }
    if (leading === run) leading = null;
  };

  const stop = () => {
    running?.abort();
    woken.abort();
    woken = new AbortController();
    running = null;
  };

  return {
    start() {
      if (running) return;
      const run = new AbortController();
      running = run;
      void deps.locks.hold(deps.lockName, run.signal, () => lead(run));
    },
    wake() {
      woken.abort();
      woken = new AbortController();
      pump();
    },
    stop,
  };
}
