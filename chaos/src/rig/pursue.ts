import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { MutationAnswer } from "@kanban/domain/board-event";
import type { Intent, Ledger, Outcome } from "./ledger.ts";
import type { Person } from "./person.ts";

/** How a client behaves that gets no answer. */
export type Manners = {
  /** How often it asks at most; the last unknown outcome stays unknown. */
  attempts: number;
  /** The longest it waits before it asks again; two seconds when left out. */
  longestPauseMs?: number;
  /** Under which key it asks again. `fresh` is a planted bug. */
  retryKey?: "same" | "fresh";
  /** Ends its patience: the scenario is over. */
  signal?: AbortSignal;
};

/**
 * Asks for something until it is answered, as the sync engine does: the same key every time, a pause that grows. What
 * it asks is on disk before it is sent, what it hears after it was told.
 */
export async function pursue(
  person: Person,
  ledger: Ledger,
  intent: Intent,
  { attempts, longestPauseMs = 2_000, retryKey = "same", signal }: Manners,
): Promise<{ outcome: Outcome; answer: MutationAnswer | null }> {
  let mutationId = randomUUID();
  let outcome: Outcome = { kind: "unknown", reason: "never asked" };
  let answer: MutationAnswer | null = null;
  for (let attempt = 0; attempt < attempts && !signal?.aborted; attempt++) {
    if (attempt > 0) {
      await delay(Math.min(longestPauseMs, 50 * 2 ** attempt));
      if (retryKey === "fresh") mutationId = randomUUID();
    }
    await ledger.asks(intent, mutationId);
    ({ outcome, answer } = await askOnce(person, intent, mutationId));
    if (outcome.kind !== "unknown") break;
  }
  ledger.hears(intent, outcome);
  return { outcome, answer };
}

async function askOnce(
  person: Person,
  { boardId, procedure, input }: Intent,
  mutationId: string,
): Promise<{ outcome: Outcome; answer: MutationAnswer | null }> {
  try {
    const { status, data, refusal } = await person.call<MutationAnswer>("mutation", procedure, {
      ...input,
      boardId,
      mutationId,
    });
    if (status === 200 && data)
      return {
        outcome: { kind: "acknowledged", events: data.events.map(({ seq, id }) => ({ seq, id })) },
        answer: data,
      };
    // A refusal is a decision; whatever says "later" or "broken" leaves open what was done.
    if (status >= 500 || status === 429)
      return { outcome: { kind: "unknown", reason: `status ${status}` }, answer: null };
    return { outcome: { kind: "refused", code: refusal ?? String(status) }, answer: null };
  } catch (error) {
    return { outcome: { kind: "unknown", reason: String(error) }, answer: null };
  }
}
