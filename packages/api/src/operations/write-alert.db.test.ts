import { randomUUID } from "node:crypto";
import { mailRequested } from "@kanban/events/delivery-events";
import { expect } from "vitest";
import { apiTest, type TestApi } from "../testing/api-test.ts";
import { parkEvent, reportAt } from "../testing/set-aside.ts";
import { keepWorkerReport } from "./worker-report.repository.ts";
import { writeAlert } from "./write-alert.ts";

const appUrl = "https://kanban.example";

async function newOperator({ deps }: TestApi, fields: { email?: string; isDemo?: boolean } = {}): Promise<string> {
  const email = fields.email ?? `${randomUUID()}@example.com`;
  await deps.db.user.create({ data: { name: "Ada", email, isAdmin: true, isDemo: fields.isDemo ?? false } });
  return email;
}

async function letters({ deps }: TestApi) {
  const { rows } = await deps.pool.query<{ payload: unknown; actor: unknown }>(
    "SELECT payload, actor FROM event_log WHERE type = 'mail.requested' ORDER BY position",
  );
  return rows.map(({ payload }) => mailRequested.payload.parse(payload));
}

/** The pause between two letters is over. */
const anHourLater = ({ deps }: TestApi) =>
  deps.pool.query("UPDATE instance SET alerted_at = alerted_at - interval '61 minutes'");

apiTest("each administrator with an address gets one letter, and the demo none", async ({ api }) => {
  const [ada, bob] = [await newOperator(api), await newOperator(api)];
  await newOperator(api, { isDemo: true });
  await newOperator(api, { email: "not an address" });
  await api.newPerson("No administrator");
  await parkEvent(api.deps.pool, { reason: "what somebody wrote" });
  expect(await writeAlert(api.deps, { appUrl })).toBe(2);
  const sent = await letters(api);
  expect(sent.map(({ to }) => to).sort()).toEqual([ada, bob].sort());
  expect(new Set(sent.map(({ deliveryId }) => deliveryId)).size).toBe(2);
  expect(sent[0]?.text).toContain("hints.proposed");
  expect(JSON.stringify(sent)).not.toContain("what somebody wrote");
});

apiTest("nothing set aside, or nobody to tell: no letter, and none is lost by it", async ({ api }) => {
  await newOperator(api);
  expect(await writeAlert(api.deps, { appUrl })).toBe(0);
  await api.deps.db.user.deleteMany({});
  await parkEvent(api.deps.pool);
  expect(await writeAlert(api.deps, { appUrl })).toBe(0);
  await newOperator(api);
  expect(await writeAlert(api.deps, { appUrl })).toBe(1);
});

apiTest("within an hour nothing more is written, then what has come meanwhile, each once", async ({ api }) => {
  await newOperator(api);
  await parkEvent(api.deps.pool);
  await writeAlert(api.deps, { appUrl });
  await parkEvent(api.deps.pool);
  expect(await writeAlert(api.deps, { appUrl })).toBe(0);
  await anHourLater(api);
  expect(await writeAlert(api.deps, { appUrl })).toBe(1);
  expect((await letters(api)).map(({ subject }) => subject)).toEqual([
    "Personal Kanban: 1 thing was set aside",
    "Personal Kanban: 1 thing was set aside",
  ]);
  await anHourLater(api);
  expect(await writeAlert(api.deps, { appUrl })).toBe(0);
});

apiTest("what the worker set aside is told too, also when its report comes late", async ({ api }) => {
  await newOperator(api);
  await parkEvent(api.deps.pool);
  await writeAlert(api.deps, { appUrl });
  await anHourLater(api);
  // Older than the first letter, and unknown then.
  const failedAt = "2020-01-01T00:00:00.000Z";
  const deadLetters = [{ jobId: randomUUID(), queue: "run-agents", error: "Error: x", about: "agent dates", failedAt }];
  await keepWorkerReport(api.deps, reportAt("2026-03-02T09:00:00.000Z", { deadLetterCount: 1, deadLetters }));
  expect(await writeAlert(api.deps, { appUrl })).toBe(1);
  expect((await letters(api)).at(-1)?.text).toContain("job: run-agents");
});

apiTest("what was put back and set aside again is told again; what was left for good is not", async ({ api }) => {
  await newOperator(api);
  const { pool } = api.deps;
  const eventId = await parkEvent(pool);
  await writeAlert(api.deps, { appUrl });
  await anHourLater(api);
  await pool.query("UPDATE event_inbox SET parked_at = now() + interval '1 minute' WHERE id = $1", [eventId]);
  expect(await writeAlert(api.deps, { appUrl })).toBe(1);
  await anHourLater(api);
  const left = await parkEvent(pool);
  await pool.query("UPDATE event_inbox SET discarded_at = now() WHERE id = $1", [left]);
  expect(await writeAlert(api.deps, { appUrl })).toBe(0);
});

apiTest("of many replicas that look at once, one writes", async ({ api }) => {
  await newOperator(api);
  await parkEvent(api.deps.pool);
  const written = await Promise.all(Array.from({ length: 8 }, () => writeAlert(api.deps, { appUrl })));
  expect(written.reduce((sum, count) => sum + count, 0)).toBe(1);
  expect(await letters(api)).toHaveLength(1);
});
