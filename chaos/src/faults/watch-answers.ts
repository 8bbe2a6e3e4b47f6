import type { Answer, Person } from "../rig/person.ts";

export type Seen = {
  ms: number;
  /** "Come back later", said as it should be. */
  isBusy: boolean;
  /** What is wrong about the answer, or that there was none. */
  wrong: string | null;
};

export type Watch = {
  /** The same person, with every answer noted. */
  over(person: Person): Person;
  /** What was answered since the last time this was asked. */
  take(): Seen[];
  underWay(): number;
};

/** Notes how long each answer took and whether it may be given: 503 with Retry-After, never another 5xx, never none. */
export function startWatch(): Watch {
  let seen: Seen[] = [];
  let underWay = 0;
  const note = (begin: number, isBusy: boolean, fault: string | null, what: string) => {
    seen.push({ ms: performance.now() - begin, isBusy, wrong: fault === null ? null : `${what}: ${fault}` });
  };
  return {
    over: (person) => ({
      cookie: person.cookie,
      call: async <Data>(...asked: Parameters<Person["call"]>) => {
        const [, procedure] = asked;
        const begin = performance.now();
        underWay += 1;
        try {
          const answer = await person.call<Data>(...asked);
          note(begin, answer.status === 503, faultIn(answer), procedure);
          return answer;
        } catch (error) {
          note(begin, false, `no answer: ${describe(error)}`, procedure);
          throw error;
        } finally {
          underWay -= 1;
        }
      },
    }),
    take: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
    underWay: () => underWay,
  };
}

function faultIn({ status, retryAfter }: Answer<unknown>): string | null {
  if (status === 503) return retryAfter === null ? "503 without Retry-After" : null;
  return status >= 500 || status === 401 || status === 429 ? `answered ${status}` : null;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
