import type { AgentCost } from "../agents/agent.ts";

/**
 * How many milliseconds apart the texts of one person stand in line. As many in a row as a worker easily does at once;
 * whoever brings more, as by an import, stands behind those who come meanwhile.
 */
const spacingMs: Record<AgentCost, number> = { cheap: 100, fetch: 2_000, model: 10_000 };

/** Priorities are 32-bit: counted in seconds from here they last until 2094. */
const begin = Date.UTC(2026, 0, 1);

/** People remembered before those whose turn has come are forgotten. */
const mostRemembered = 10_000;

/** Answers the priority of a text's jobs in the queue of a cost; each call is one turn of that person. */
export type TakeTurn = (userId: string, cost: AgentCost) => number;

/**
 * Lets everybody have their turn: each text of a person is due a little after the one before it, or now when that is
 * over, and what is due first is done first. So 5,000 imported tasks of one delay nobody else's next one, nothing
 * waits for ever, and alone in the queue nobody waits at all.
 *
 * Kept in memory, for it is an order and not a promise: one process at a time makes jobs, and after its end everybody
 * starts anew behind what waits already.
 */
export function createTurns(now: () => number = Date.now): TakeTurn {
  const dueAt = new Map<string, number>();
  return (userId, cost) => {
    const key = `${cost} ${userId}`;
    const before = dueAt.get(key);
    const due = Math.max(now(), before === undefined ? 0 : before + spacingMs[cost]);
    if (before === undefined && dueAt.size >= mostRemembered)
      for (const [other, then] of dueAt) if (then < now()) dueAt.delete(other);
    dueAt.set(key, due);
    return -Math.floor((due - begin) / 1_000);
  };
}
