import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { call } from "@kanban/api/testing/furnished-board";
import type { MutationAnswer } from "@kanban/domain/board-event";
import type { RoundTripFailure } from "../../wire/round-trip-fault.ts";
import type { DigestBoard } from "./digest-board.ts";
import type { Subject } from "./open-subject.ts";
import { wishFor } from "./wishes.ts";

type Told = { answer: MutationAnswer } | { error: string };

/**
 * Asks for a mutation again and again, each time of another owner, and lets its first, second, … round trip fail until
 * it makes fewer. After each: the board is as before or as after, "busy" is all that was said, the same request with
 * the same key is done, once, and asked a third time has the same answer.
 */
export async function failInTurn(
  { subject, digest }: { subject: Subject; digest: DigestBoard },
  procedure: string,
  kind: RoundTripFailure,
): Promise<{ cases: number; wrong: string[] }> {
  const wrong: string[] = [];
  const firstTrip = kind === "53300" ? 0 : 1;
  for (let n = firstTrip; ; n++) {
    const owner = await subject.newOwner();
    const { input, boardId } = await wishFor(procedure, owner);
    const asked = { ...input, mutationId: randomUUID() };
    const ask = () => tell(call(owner.api, procedure, asked));
    const states = [await digest(boardId)];
    if (n === 0) await subject.dropConnections();
    const armed = subject.wire.failRoundTrip({ applicationName: "kanban-api", n, kind });
    const first = await ask();
    armed.disarm();
    const isOver = armed.matched() < n;
    const complain = (what: string) => wrong.push(`${procedure}, round trip ${n} with ${kind}: ${what}`);
    states.push(await digest(boardId));
    const second = await ask();
    states.push(await digest(boardId));
    const third = await ask();
    states.push(await digest(boardId));
    for (const line of look({ first, second, third, states, isUntouched: isOver })) complain(line);
    if ("answer" in second && !(await isLogged(subject, second.answer, asked.mutationId)))
      complain("the log does not hold the events of the answer, once");
    if (isOver) return { cases: n - firstTrip, wrong };
  }
}

type Seen = { first: Told; second: Told; third: Told; states: string[]; isUntouched: boolean };

function look({ first, second, third, states, isUntouched }: Seen): string[] {
  const [before, failed, done, again] = states;
  const wrong: string[] = [];
  if ("error" in first && (isUntouched || first.error !== "SERVICE_UNAVAILABLE"))
    wrong.push(`it was answered with ${first.error}`);
  if (before === done) wrong.push("nothing was done");
  if (failed !== before && failed !== done) wrong.push("it was left half done, or the retry did it twice");
  if (again !== done) wrong.push("the third request had an effect");
  if ("error" in second) return [...wrong, `the retry was answered with ${second.error}`];
  if ("answer" in first && failed === before) wrong.push("it was acknowledged and not done");
  for (const told of [first, third])
    if ("answer" in told && !isDeepStrictEqual(told.answer, second.answer))
      wrong.push("two requests with one key were answered otherwise");
  if ("error" in third) wrong.push(`the third request was answered with ${third.error}`);
  return wrong;
}

async function tell(asking: Promise<unknown>): Promise<Told> {
  try {
    // As it travels: a field without a value is none.
    return { answer: JSON.parse(JSON.stringify(await asking)) as MutationAnswer };
  } catch (error) {
    const { code, message } = error as { code?: string; message?: string };
    // A refusal's message is its code; after a failure none is true.
    return { error: code === "SERVICE_UNAVAILABLE" ? code : `${code}: ${message}` };
  }
}

async function isLogged({ pool }: Subject, { events }: MutationAnswer, mutationId: string): Promise<boolean> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT id FROM event_log WHERE mutation_id = $1 ORDER BY board_seq",
    [mutationId],
  );
  return rows.map(({ id }) => id).join() === events.map(({ id }) => id).join();
}
