import { backoffMs } from "../../../sync/backoff.ts";
import { becameTask } from "./capture.ts";
import { type CaptureSenderDeps, type Lane, rereadDiskMs } from "./sender-deps.ts";
import { createFileLane } from "./send-files.ts";

export type CaptureSender = {
  /** Waits for its turn among the tabs, then sends until stopped. */
  start(): void;
  /** Something was captured, or trying again may help now: no waiting out of a backoff. */
  wake(): void;
  stop(): void;
};

// A capture the server breaks on again and again would hold up everything behind it for ever.
const defectsBeforeGivingUp = 8;

/**
 * Sends what is kept: one tab of the browser at a time, captures in their order, files beside them. What may have arrived
 * is repeated under the same id, which the server answers once. Only what the disk says is sent, and only what the server
 * has answered is taken from it: a crash between any two steps repeats the last one.
 */
export function createCaptureSender(deps: CaptureSenderDeps): CaptureSender {
  const { kept, timers, transport } = deps;
  let running: AbortController | null = null;
  let woken = new AbortController();

  const wake = () => {
    woken.abort();
    woken = new AbortController();
  };

  const noteDelay = async () => {
    const delayed = (await kept.list()).filter(({ task, problem, isDelayed }) => !task && !problem && !isDelayed);
    for (const { id } of delayed) await kept.change(id, (capture) => ({ ...capture, isDelayed: true }));
    if (delayed.length > 0) deps.onChange();
  };

  let failures = 0;
  let defects = 0;
  const sendNext: Lane = async (signal) => {
    const next = (await kept.list()).find(({ task, problem }) => !task && !problem);
    if (!next || signal.aborted) return rereadDiskMs;
    const outcome = await transport.send(next);
    // Another tab holds the lock by now; it sends this again and gets the same answer.
    if (signal.aborted) return 0;
    if (outcome.outcome === "signed-out") {
      deps.onSignedOut();
      return rereadDiskMs;
    }
    if (outcome.outcome === "unavailable") {
      failures += 1;
      defects = outcome.isDefect ? defects + 1 : 0;
      if (defects < defectsBeforeGivingUp) {
        await noteDelay();
        return Math.max(outcome.retryAfterMs ?? 0, backoffMs(failures, timers));
      }
    }
    failures = 0;
    defects = 0;
    if (outcome.outcome === "captured") {
      await kept.change(next.id, (capture) => becameTask(capture, outcome.task));
      deps.onCaptured(next, outcome.task);
    } else {
      const problem =
        outcome.outcome === "refused"
          ? outcome.refusal
          : ({ code: "NOT_ACCEPTED", details: { reason: outcome.reason } } as const);
      await kept.change(next.id, (capture) => ({ ...capture, problem }));
      deps.onProblem({ ...next, problem });
    }
    deps.onChange();
    // A first file may go now.
    wake();
    return 0;
  };

  const follow = async (lane: Lane, signal: AbortSignal) => {
    let troubles = 0;
    while (!signal.aborted) {
      const { signal: called } = woken;
      // A disk that fails is tried again like a network that does.
      const pause = await lane(signal).then(
        (ms) => ((troubles = 0), ms),
        () => backoffMs((troubles += 1), timers),
      );
      if (pause > 0) await timers.wait(pause, called);
    }
  };

  return {
    start() {
      if (running) return;
      const run = new AbortController();
      running = run;
      const lanes = [sendNext, createFileLane(deps)];
      void deps.locks.hold(deps.lockName, run.signal, async () => {
        await Promise.all(lanes.map((lane) => follow(lane, run.signal)));
      });
    },
    wake,
    stop() {
      running?.abort();
      running = null;
      wake();
    },
  };
}
