import type { MutationAnswer } from "@kanban/domain/board-event";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { Person } from "./person.ts";

/** What became of many commands while nothing is broken: each is decided, if need be after an honest "busy". */
export type Tally = {
  /** Asks for a change until it is decided; answers what was done, or the code of the refusal. */
  decide(person: Person, procedure: string, input: Record<string, unknown>): Promise<MutationAnswer | string>;
  done(): number;
  refused(): number;
  /** How often an answer was "busy". */
  busy(): number;
  /** Every answer that decides nothing, every refusal nobody expects, and too much patience asked for. */
  wrong(): string[];
};

/** Slower than any promise: on a busy machine many commands wait for one another. */
const patienceMs = 30_000;
/** What a person's own client would ask again without telling them. */
const attempts = 8;
/** How often 99 of 100 commands may have to be asked again. */
const mostRetries = 3;

export function startTally(expectedRefusals: readonly string[]): Tally {
  let done = 0;
  let refused = 0;
  const retries: number[] = [];
  const odd = new Map<string, number>();
  return {
    decide: async (person, procedure, input) => {
      const asked = { mutationId: randomUUID(), ...input };
      for (let attempt = 1; ; attempt++) {
        const { status, data, refusal } = await person.call<MutationAnswer>("mutation", procedure, asked, patienceMs);
        if (status === 503 && attempt < attempts) {
          await delay(50 * 2 ** attempt);
          continue;
        }
        retries.push(attempt - 1);
        if (status === 200 && data) {
          done += 1;
          return data;
        }
        refused += 1;
        const code = refusal ?? String(status);
        if (status >= 500 || status === 429 || !expectedRefusals.includes(code)) {
          const what = `${procedure} was answered ${status} ${code}`;
          odd.set(what, (odd.get(what) ?? 0) + 1);
        }
        return code;
      }
    },
    done: () => done,
    refused: () => refused,
    busy: () => retries.reduce((sum, count) => sum + count, 0),
    wrong: () => {
      const p99 = retries.toSorted((a, b) => a - b)[Math.floor(retries.length * 0.99)] ?? 0;
      const strange = [...odd].map(([what, times]) => `${what}, ${times} times`);
      return p99 > mostRetries ? [...strange, `one command in a hundred was asked again ${p99} times`] : strange;
    },
  };
}
