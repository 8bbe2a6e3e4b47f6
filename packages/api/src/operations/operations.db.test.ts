import { randomUUID } from "node:crypto";
import { operationDecided } from "@kanban/events/operations-events";
import { expect } from "vitest";
import type { Pool } from "../context.ts";
import { apiTest, type Caller, newMutationId, type Person, refusalOf, type TestApi } from "../testing/api-test.ts";
import { parkEvent, reportAt } from "../testing/set-aside.ts";
import { decide } from "./decide.ts";
import { keepWorkerReport } from "./worker-report.repository.ts";

async function newAdmin(api: TestApi, name = "Ada"): Promise<Person> {
  const person = await api.newPerson(name);
  await api.deps.db.user.update({ where: { id: person.userId }, data: { isAdmin: true } });
  return person;
}

const redrive = (eventId: string, side: "api" | "worker" = "api") => ({
  operation: { action: "redrive-event" as const, side, eventId },
  reason: "The database was away",
  mutationId: newMutationId(),
});

/** What stands in the log for the worker, in order. */
async function told(pool: Pool, type: string) {
  const { rows } = await pool.query<{ id: string; payload: unknown; actor: unknown; boardSeq: string | null }>(
    `SELECT id::text, payload, actor, board_seq AS "boardSeq" FROM event_log WHERE type = $1 ORDER BY position`,
    [type],
  );
  return rows;
}

async function stateOf(pool: Pool, id: string) {
  const { rows } = await pool.query<{ parked: boolean; discarded: boolean; attempts: number; redrives: number }>(
    `SELECT parked_at IS NOT NULL AS parked, discarded_at IS NOT NULL AS discarded, attempts, redrives
     FROM event_inbox WHERE id = $1`,
    [id],
  );
  return rows[0];
}

apiTest("anybody but an administrator is told what is told of a procedure that does not exist", async ({ api }) => {
  const bob = await api.newPerson("Bob");
  const demo = await api.newPerson("Demo");
  await api.deps.db.user.update({ where: { id: demo.userId }, data: { isAdmin: true, isDemo: true } });
  const eventId = await parkEvent(api.deps.pool);
  for (const { api: as } of [bob, demo]) {
    const calls: (() => Promise<unknown>)[] = [
      () => as.operations.status(),
      () => as.operations.refresh(),
      () => as.operations.decide(redrive(eventId)),
      // Not even whether an input would do is told.
      () => as.operations.decide({ reason: 7 } as never),
    ];
    for (const call of calls)
      await expect(call()).rejects.toMatchObject({
        code: "NOT_FOUND",
        message: /^No procedure found on path "operations/,
      });
    const missing = (as.operations as unknown as Record<string, Caller["operations"]["refresh"]>)["nothing"];
    await expect(missing!()).rejects.toMatchObject({ code: "NOT_FOUND", message: /^No procedure found on path/ });
  }
  expect(await refusalOf(api.stranger.operations.status())).toEqual({ code: "UNAUTHORIZED", refusal: null });
  expect(await stateOf(api.deps.pool, eventId)).toMatchObject({ parked: true, discarded: false });
  expect(await told(api.deps.pool, "operation.decided")).toEqual([]);
});

apiTest("a right taken away counts with the next call", async ({ api }) => {
  const ada = await newAdmin(api);
  await ada.api.operations.status();
  await api.deps.db.user.update({ where: { id: ada.userId }, data: { isAdmin: false } });
  expect(await refusalOf(ada.api.operations.status())).toMatchObject({ code: "NOT_FOUND" });
});

apiTest("a parked event is put back once, by whom and why is told, also when asked again", async ({ api, clock }) => {
  const ada = await newAdmin(api);
  const { pool } = api.deps;
  const eventId = await parkEvent(pool);
  const input = redrive(eventId);
  const first = await ada.api.operations.decide(input);
  expect(first.decidedAt).toBe(clock.instant());
  expect(await stateOf(pool, eventId)).toEqual({ parked: false, discarded: false, attempts: 0, redrives: 1 });
  clock.advance({ minutes: 1 });
  const [again, atOnce] = await Promise.all([ada.api.operations.decide(input), ada.api.operations.decide(input)]);
  expect([again, atOnce]).toEqual([first, first]);
  expect(await stateOf(pool, eventId)).toMatchObject({ redrives: 1 });
  const events = await told(pool, "operation.decided");
  expect(events).toMatchObject([{ id: first.eventId, boardSeq: null, actor: { userId: ada.userId, means: "hand" } }]);
  expect(operationDecided.payload.parse(events[0]?.payload)).toEqual({
    operation: input.operation,
    reason: input.reason,
  });
  const { decisions } = await ada.api.operations.status();
  expect(decisions).toEqual([
    {
      ...{ eventId: first.eventId, decidedAt: first.decidedAt, by: { name: "Ada" }, about: "hints.proposed" },
      ...{ operation: input.operation, reason: input.reason },
    },
  ]);
  const other = { ...input, reason: "For another reason" };
  expect(await refusalOf(ada.api.operations.decide(other))).toMatchObject({ refusal: "MUTATION_ID_REUSED" });
});

apiTest("of two decisions about one event the second is refused and leaves no trace", async ({ api }) => {
  const ada = await newAdmin(api);
  const bob = await newAdmin(api, "Bob");
  const { pool } = api.deps;
  const eventId = await parkEvent(pool);
  const discard = {
    ...redrive(eventId),
    operation: { action: "discard-event" as const, side: "api" as const, eventId },
  };
  const calls = await Promise.allSettled([
    ada.api.operations.decide(redrive(eventId)),
    bob.api.operations.decide(discard),
  ]);
  expect(calls.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await told(pool, "operation.decided")).toHaveLength(1);
  for (const input of [redrive(eventId), redrive(randomUUID()), { ...discard, mutationId: newMutationId() }])
    expect(await refusalOf(ada.api.operations.decide(input))).toEqual({ code: "CONFLICT", refusal: "NOT_SET_ASIDE" });
  expect(await told(pool, "operation.decided")).toHaveLength(1);
});

apiTest("a decision about the worker's side is only told", async ({ api }) => {
  const ada = await newAdmin(api);
  const { pool } = api.deps;
  // The same id in the API's inbox is another event.
  const eventId = await parkEvent(pool);
  await ada.api.operations.decide(redrive(eventId, "worker"));
  const base = () => ({ reason: "Looked at it", mutationId: newMutationId() });
  await ada.api.operations.decide({ ...base(), operation: { action: "retry-job", side: "worker", jobId: eventId } });
  await ada.api.operations.decide({ ...base(), operation: { action: "rebuild-projections", side: "worker" } });
  expect(await stateOf(pool, eventId)).toMatchObject({ parked: true, redrives: 0 });
  expect(await told(pool, "operation.decided")).toHaveLength(3);
});

apiTest("a new epoch begins on demand, once per decision", async ({ api }) => {
  const ada = await newAdmin(api);
  const { pool } = api.deps;
  const epoch = async () => (await pool.query<{ epoch: string }>("SELECT epoch FROM instance")).rows[0]?.epoch;
  const before = await epoch();
  const input = {
    operation: { action: "begin-epoch" as const, side: "api" as const },
    reason: "The data folder is a copy",
    mutationId: newMutationId(),
  };
  await ada.api.operations.decide(input);
  const after = await epoch();
  await ada.api.operations.decide(input);
  expect(after).not.toBe(before);
  expect(await epoch()).toBe(after);
});

apiTest("without a reason nothing is decided", async ({ api }) => {
  const ada = await newAdmin(api);
  const eventId = await parkEvent(api.deps.pool);
  for (const reason of ["", "  ", "ok", " ok ", "x".repeat(501), "a\0b", "two\nlines", 7])
    expect(await refusalOf(ada.api.operations.decide({ ...redrive(eventId), reason: reason as string }))).toEqual({
      code: "BAD_REQUEST",
      refusal: null,
    });
  const operations = [
    { action: "drop-tables", side: "api" },
    { action: "retry-job", side: "api", jobId: eventId },
    { action: "redrive-event", side: "api", eventId: "1 OR 1=1" },
  ];
  for (const operation of operations)
    expect(
      await refusalOf(ada.api.operations.decide({ ...redrive(eventId), operation: operation as never })),
    ).toMatchObject({ code: "BAD_REQUEST" });
  expect(await stateOf(api.deps.pool, eventId)).toMatchObject({ parked: true, discarded: false });
});

apiTest("whoever sits at the server's terminal decides as the instance", async ({ api }) => {
  const ada = await newAdmin(api);
  const eventId = await parkEvent(api.deps.pool);
  const input = redrive(eventId);
  const decided = await decide(api.deps, null, input);
  expect(await decide(api.deps, null, input)).toEqual(decided);
  expect(await told(api.deps.pool, "operation.decided")).toMatchObject([{ actor: null }]);
  expect((await ada.api.operations.status()).decisions).toMatchObject([{ by: null, reason: input.reason }]);
});

apiTest("the worker is asked once in a few seconds, and not while a request is on its way", async ({ api }) => {
  const ada = await newAdmin(api);
  const { pool } = api.deps;
  const asks = await Promise.all([1, 2, 3].map(() => ada.api.operations.refresh()));
  expect(asks.filter(({ asked }) => asked)).toHaveLength(1);
  const published = (ago: string) =>
    pool.query("UPDATE event_log SET published_at = now() - $1::interval WHERE published_at IS NULL", [ago]);
  expect(await ada.api.operations.refresh()).toEqual({ asked: false });
  await published("1 second");
  expect(await ada.api.operations.refresh()).toEqual({ asked: false });
  await pool.query("UPDATE event_log SET published_at = now() - interval '1 minute'");
  expect(await ada.api.operations.refresh()).toEqual({ asked: true });
  expect(await told(pool, "report.requested")).toMatchObject([{ actor: null }, { actor: null }]);
});

apiTest("the newest report of the worker is kept, in whatever order they come", async ({ api }) => {
  const ada = await newAdmin(api);
  expect((await ada.api.operations.status()).worker).toEqual({ report: null, lastHeardAt: null });
  const [early, late] = [reportAt("2026-03-02T09:00:00.000Z"), reportAt("2026-03-02T09:05:00.000Z")];
  for (const report of [early, late, early, late]) await keepWorkerReport(api.deps, report);
  expect((await ada.api.operations.status()).worker).toEqual({ report: late, lastHeardAt: late.reportedAt });
  await api.deps.pool.query("UPDATE worker_report SET report = '{}'");
  expect((await ada.api.operations.status()).worker.report).toBeNull();
});

apiTest("what waits is counted, and the latest decisions are listed", async ({ api }) => {
  const ada = await newAdmin(api);
  for (let n = 1; n <= 25; n++) await decide(api.deps, null, { ...redrive(randomUUID(), "worker"), reason: `No ${n}` });
  const { api: bridge, decisions } = await ada.api.operations.status();
  expect(bridge).toMatchObject({ outbox: { waiting: 25 }, inbox: { waiting: 0 }, lastErrors: [] });
  expect(decisions.map(({ reason }) => reason)).toEqual(Array.from({ length: 20 }, (_, n) => `No ${25 - n}`));
});
