import { closeSync, fdatasync, openSync, writeSync } from "node:fs";
import { promisify } from "node:util";

/** One thing a client wants done, however often it has to ask. */
export type Intent = { id: string; boardId: string; procedure: string; input: Record<string, unknown> };

/** What a client was told. */
export type Outcome =
  | { kind: "acknowledged"; events: { seq: number; id: string }[] }
  | { kind: "refused"; code: string }
  /** No answer, or none that says whether it was done. */
  | { kind: "unknown"; reason: string };

export type LedgerEntry = {
  intent: Intent;
  /** Every key it was asked under: one, unless the client is broken on purpose. */
  mutationIds: string[];
  /** The last word; `unknown` while it is asked. */
  outcome: Outcome;
};

/** What clients asked and were told, in a file; what they ask is on the disk before they ask it. */
export type Ledger = {
  /** Resolves when that is written through. */
  asks(intent: Intent, mutationId: string): Promise<void>;
  hears(intent: Intent, outcome: Outcome): void;
  entries(): LedgerEntry[];
  close(): void;
};

export function openLedger(file: string): Ledger {
  const handle = openSync(file, "a");
  const entries = new Map<string, LedgerEntry>();
  let isClosed = false;
  // A request under way when its scenario failed may hear something yet.
  const write = (line: unknown) => void (isClosed || writeSync(handle, `${JSON.stringify(line)}\n`));
  let running = Promise.resolve();
  let next: Promise<void> | null = null;
  // One flush serves everybody who wrote before it began; one each would cost the clients half of their time.
  const flush = () =>
    (next ??= running.then(() => {
      next = null;
      running = isClosed ? Promise.resolve() : promisify(fdatasync)(handle);
      return running;
    }));
  return {
    asks: (intent, mutationId) => {
      const entry = entries.get(intent.id) ?? {
        intent,
        mutationIds: [],
        outcome: { kind: "unknown", reason: "asked" },
      };
      if (!entry.mutationIds.includes(mutationId)) entry.mutationIds.push(mutationId);
      entries.set(intent.id, entry);
      write({ asks: mutationId, intent });
      return flush();
    },
    hears: (intent, outcome) => {
      const entry = entries.get(intent.id);
      if (entry) entry.outcome = outcome;
      write({ hears: intent.id, outcome });
    },
    entries: () => [...entries.values()],
    close: () => {
      isClosed = true;
      closeSync(handle);
    },
  };
}
