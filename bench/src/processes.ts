import { setTimeout as delay } from "node:timers/promises";
import { openBenchDatabase } from "./bench-database.ts";
import { startService } from "./service.ts";
import { serviceEnvs } from "./service-env.ts";

/*
 * P17: memory of each process 20 s after its start with nothing to do, and the time from its start to its first answer
 * (median of five starts), beside `node -e 0` on the same machine. The web app must have been built.
 */

const idleMs = 20_000;
const starts = 5;

type Goals = { megabytes: number; startMs: number | null };

const webServer = "apps/web/.next/standalone/apps/web/server.js";
const bench = await openBenchDatabase(4);
const env = serviceEnvs(bench.urls);

async function measure(name: string, start: () => ReturnType<typeof startService>, goals: Goals): Promise<void> {
  const times: number[] = [];
  for (let round = 1; round < starts; round++) {
    const service = await start();
    times.push(service.startedInMs);
    await service.stop();
  }
  const service = await start();
  times.push(service.startedInMs);
  await delay(idleMs);
  const resident = service.residentMb();
  await service.stop();
  const median = times.sort((a, b) => a - b)[times.length >> 1]!;
  const isMissed = resident > goals.megabytes || (goals.startMs !== null && median > goals.startMs);
  const wantedStart = goals.startMs === null ? "" : `, goal ≤ ${goals.startMs} ms`;
  console.log(
    `${isMissed ? "MISSED" : "ok    "} ${name}: ${resident.toFixed(0)} MB idle (goal ≤ ${goals.megabytes} MB), ` +
      `first answer after ${median.toFixed(0)} ms (median of ${starts}${wantedStart})`,
  );
  if (isMissed) process.exitCode = 1;
}

try {
  await measure("api", () => startService(["apps/api/src/main.ts"], env.api, "/healthz"), {
    megabytes: 180,
    startMs: 1_500,
  });
  await measure("worker", () => startService(["apps/worker/src/main.ts"], env.worker, "/healthz"), {
    megabytes: 140,
    startMs: 1_500,
  });
  const startWeb = () =>
    startService([webServer], { API_ORIGIN: "http://127.0.0.1:9", NODE_ENV: "production" }, "/sign-in");
  await measure("web", startWeb, { megabytes: 250, startMs: null });
} finally {
  await bench.stop();
}
