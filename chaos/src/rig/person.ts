import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type { BoardSnapshot } from "@kanban/domain/board-view";
import type { MutationAnswer } from "@kanban/domain/board-event";

export type Answer<Data> = { status: number; data: Data | null; refusal: string | null; retryAfter: string | null };

/** Somebody signed in, speaking plain HTTP to the API. */
export type Person = {
  cookie: string;
  call<Data>(kind: "query" | "mutation", procedure: string, input: unknown, timeoutMs?: number): Promise<Answer<Data>>;
};

const origin = "http://localhost:3000";
/** Beyond the API's own promise of five seconds: whoever has no answer by then is answered no more. */
const patienceMs = 8_000;
/** What has to be there before a scenario can begin may take as long as a crowded machine takes. */
const arrangingMs = 60_000;

/** Makes an account; each comes from a network of its own, so that many are not one attacker. */
export const signUp = (apiUrl: string): Promise<Person> =>
  enter(apiUrl, "sign-up", { email: `${randomUUID()}@example.test`, password: `a sentence ${randomUUID()}` });

type Account = { email: string; password: string };

/** Makes an account, or signs in to it when a request nobody heard the answer of has made it. */
export const signUpAgain = (apiUrl: string, account: Account): Promise<Person> =>
  enter(apiUrl, "sign-up", account).catch(() => enter(apiUrl, "sign-in", account));

async function enter(apiUrl: string, door: "sign-up" | "sign-in", account: Account): Promise<Person> {
  const network = Array.from({ length: 3 }, () => 1 + Math.floor(Math.random() * 250)).join(".");
  const ask = () =>
    fetch(`${apiUrl}/api/auth/${door}/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin, "x-forwarded-for": `10.${network}` },
      body: JSON.stringify({ ...account, ...(door === "sign-up" ? { name: "Vera" } : {}) }),
      signal: AbortSignal.timeout(patienceMs),
    });
  const answer = await unlessBusy(ask);
  if (!answer.ok) throw new Error(`${door} answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return reach(apiUrl, cookie);
}

/** The same person at another replica of the API. */
export function reach(apiUrl: string, cookie: string): Person {
  return {
    cookie,
    call: (kind, procedure, input, timeoutMs) => call(apiUrl, cookie, kind, procedure, input, timeoutMs),
  };
}

async function call<Data>(
  apiUrl: string,
  cookie: string,
  kind: "query" | "mutation",
  procedure: string,
  input: unknown,
  timeoutMs = patienceMs,
): Promise<Answer<Data>> {
  const url = new URL(`/api/trpc/${procedure}`, apiUrl);
  if (kind === "query") url.searchParams.set("input", JSON.stringify(input));
  const answer = await fetch(url, {
    method: kind === "query" ? "GET" : "POST",
    headers: { cookie, "content-type": "application/json" },
    signal: AbortSignal.timeout(timeoutMs),
    ...(kind === "query" ? {} : { body: JSON.stringify(input) }),
  });
  const body = (await answer.json()) as {
    result?: { data: Data };
    error?: { message: string; data?: { refusal?: { code: string } } };
  };
  return {
    status: answer.status,
    data: body.result?.data ?? null,
    refusal: body.error?.data?.refusal?.code ?? body.error?.message ?? null,
    retryAfter: answer.headers.get("retry-after"),
  };
}

/** A question that has to be answered. */
export async function ask<Data>(person: Person, procedure: string, input: unknown): Promise<Data> {
  const { status, data, refusal } = await unlessBusy(() => person.call<Data>("query", procedure, input, arrangingMs));
  if (status !== 200 || data === null) throw new Error(`${procedure} answered ${status}: ${refusal}`);
  return data;
}

export type ChaosBoard = { id: string; person: Person; columns: Record<string, string> };

/** Asks again what was answered "busy", which a slow machine is now and then. */
async function unlessBusy<Asked extends { status: number }>(ask: () => Promise<Asked>): Promise<Asked> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask();
    if (answer.status !== 503 || attempt === 10) return answer;
    await delay(Math.min(3_000, 100 * 2 ** attempt));
  }
}

/** A change that has to be made. */
export async function must(person: Person, procedure: string, input: Record<string, unknown>): Promise<MutationAnswer> {
  const asked = { mutationId: randomUUID(), ...input };
  const call = () => person.call<MutationAnswer>("mutation", procedure, asked, arrangingMs);
  const { status, data, refusal } = await unlessBusy(call);
  if (status !== 200 || data === null) throw new Error(`${procedure} answered ${status}: ${refusal}`);
  return data;
}

/** A board with the usual columns; going over a limit is refused. */
export async function newBoard(person: Person, wipLimit: number | null = 5): Promise<ChaosBoard> {
  const { boardId } = await must(person, "board.create", { name: "Home" });
  await must(person, "board.update", { boardId, wipPolicy: "block" });
  const { columns } = await ask<BoardSnapshot>(person, "board.snapshot", { boardId });
  const byKind = Object.fromEntries(columns.map(({ kind, id }) => [kind, id]));
  await must(person, "column.update", { boardId, columnId: byKind["doing"], wipLimit });
  return { id: boardId, person, columns: byKind };
}
