import { PgBoss } from "pg-boss";
import { pino } from "pino";
import { expect } from "vitest";
import { agentJobs, queues } from "./queues.ts";
import { engineTest } from "../testing/engine-test.ts";
import { startJobEngine } from "./start-job-engine.ts";

const log = pino({ level: "silent" });

const declared = Object.fromEntries(queues.map(({ name, settings }) => [name, settings]));

/** What stands in the database, under the names of the table. */
async function standing(boss: PgBoss) {
  const rows = await boss.getQueues();
  return Object.fromEntries(
    rows.map((row) => [
      row.name,
      Object.fromEntries(Object.keys(declared["run-agents"] ?? {}).map((key) => [key, row[key as keyof typeof row]])),
    ]),
  );
}

engineTest("after a start the database has the queues of the table, as it says, and no other", async ({ boss }) => {
  expect(await standing(boss)).toEqual(declared);
});

engineTest(
  "a queue of an earlier release, with other settings, is brought to the table's",
  async ({ workerDatabase: { url }, listener }) => {
    const earlier = new PgBoss({ connectionString: url, schedule: false, supervise: false });
    await earlier.start();
    // With pg-boss's own defaults, and with settings that today's table takes back.
    await earlier.createQueue("dead-letters", {
      heartbeatSeconds: 60,
      notify: true,
      retryBackoff: true,
      retryDelayMax: 9,
    });
    await earlier.createQueue("run-agents");
    expect((await standing(earlier))["run-agents"]).not.toEqual(declared["run-agents"]);
    await earlier.stop({ graceful: false });
    const engine = await startJobEngine({ url, listener, log });
    expect(await standing(engine.boss)).toEqual(declared);
    await engine.stop();
  },
);

engineTest("a job made now carries every limit of its queue", async ({ boss }) => {
  await boss.send(agentJobs.name, {});
  const { settings } = agentJobs;
  const [job] = await boss.findJobs(agentJobs.name);
  const { retryLimit, retryDelay, retryBackoff, retryDelayMax, heartbeatSeconds, expireInSeconds } = settings;
  expect(job).toMatchObject({ retryLimit, retryDelay, retryBackoff, retryDelayMax, heartbeatSeconds, expireInSeconds });
  expect(job).toMatchObject({ deadLetter: settings.deadLetter, deleteAfterSeconds: settings.deleteAfterSeconds });
  const keptMs = job!.keepUntil.getTime() - job!.createdOn.getTime();
  expect(Math.round(keptMs / 1_000)).toBe(settings.retentionSeconds);
});

engineTest(
  "of twenty workers starting at once on an empty database one migrates, and all come up",
  async ({ workerDatabase: { url, pool }, listener }) => {
    const engines = await Promise.all(Array.from({ length: 20 }, () => startJobEngine({ url, listener, log })));
    const { rows } = await pool.query("SELECT count(*)::int AS versions FROM pgboss.version");
    expect(rows).toEqual([{ versions: 1 }]);
    await Promise.all(engines.map(({ boss }, n) => boss.send(agentJobs.name, { n })));
    const taken = await Promise.all(engines.map(({ boss }) => boss.fetch(agentJobs.name)));
    expect(new Set(taken.map((jobs) => jobs[0]?.id)).size).toBe(20);
    expect(await standing(engines[0]!.boss)).toEqual(declared);
    await Promise.all(engines.map(({ stop }) => stop()));
  },
  60_000,
);
