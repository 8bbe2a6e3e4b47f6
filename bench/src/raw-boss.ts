import { PgBoss } from "pg-boss";

/*
 * Bare pg-boss, as a process: one queue, a handler that does nothing, fetched in batches and polled as the worker does
 * it. Says "ready" when it takes jobs.
 */

const boss = new PgBoss({
  connectionString: process.argv[2]!,
  schedule: false,
  max: 4,
  useListenNotify: true,
  superviseIntervalSeconds: 5,
  monitorIntervalSeconds: 5,
});
boss.on("error", (error) => console.error(error));
await boss.start();
await boss.createQueue("raw-jobs", { notify: true, heartbeatSeconds: 10, retryLimit: 10 });
const work = {
  localConcurrency: 1,
  batchSize: 20,
  burstWhenBatchFull: true,
  heartbeatRefreshSeconds: 3,
  pollingIntervalSeconds: 0.5,
  notifyPollingIntervalSeconds: 2,
};
await boss.work("raw-jobs", work, async () => {});
process.send?.("ready");
process.on("SIGTERM", () => void boss.stop({ timeout: 2_000 }).then(() => process.exit(0)));
