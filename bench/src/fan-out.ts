import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { BoardSnapshot } from "@kanban/domain/board-view";
import { fillBoard } from "@kanban/testing/fill-board";
import { openBenchDatabase } from "./bench-database.ts";
import { createBoard, signUp } from "./http-client.ts";
import { interleave, percentile } from "./interleave.ts";
import { openStreams } from "./open-streams.ts";
import { report } from "./report.ts";
import { startService } from "./service.ts";
import { serviceEnvs } from "./service-env.ts";

/*
 * P7: how long after one person's move everybody who looks at the board has it, at 100 and 1,000 streams: the product's
 * API, through the log, NOTIFY and each stream's own read, against raw-sse.ts, which does the least that could work. The
 * clients are all in this process, on the same two cores.
 */

const movesPerWindow = 12;

const bench = await openBenchDatabase(4);
const appUrl = "http://localhost:3000";
const api = await startService(["apps/api/src/main.ts"], serviceEnvs(bench.urls, appUrl).api, "/healthz");
const raw = fork(fileURLToPath(new URL("raw-sse.ts", import.meta.url)), [bench.urls.apiDatabaseUrl]);
const [rawPort] = (await once(raw, "message")) as [number];

try {
  const client = await signUp(api.url, appUrl);
  const { boardId, columns } = await createBoard(client);
  await fillBoard(bench.raw, boardId, columns, 200);
  const open = columns.filter(({ wipLimit }) => wipLimit === null);
  const { tasks } = await client.query<BoardSnapshot>("board.snapshot", { boardId });
  let turn = 0;
  const nextMove = () => {
    turn += 1;
    return { taskId: tasks[turn % tasks.length]!.id, columnId: open[turn % open.length]!.id };
  };

  for (const count of [100, 1_000]) {
    const now = await client.query<BoardSnapshot>("board.snapshot", { boardId });
    const input = encodeURIComponent(JSON.stringify({ boards: [{ boardId, since: now.seq, epoch: now.epoch }] }));
    const url = `${api.url}/api/trpc/sync.stream?input=${input}`;
    const before = api.residentMb();
    const product = await openStreams(url, { cookie: client.cookie }, count);
    const floor = await openStreams(`http://127.0.0.1:${rawPort}/`, {}, count);
    await delay(3_000);
    const kbEach = ((api.residentMb() - before) * 1_000) / count;

    const all: number[] = [];
    const sides = {
      raw: async () => {
        const id = randomUUID();
        const body = JSON.stringify({ id, boardId, ...nextMove() });
        return floor.hear(id, () => fetch(`http://127.0.0.1:${rawPort}/`, { method: "POST", body }));
      },
      product: async () => {
        const mutationId = randomUUID();
        const { taskId, columnId: toColumnId } = nextMove();
        const move = { mutationId, boardId, taskId, toColumnId };
        const waits = await product.hear(mutationId, () => client.mutate("task.move", move));
        all.push(...waits);
        return waits;
      },
    };
    for (const { share, goal, name } of [
      { share: 0.5, goal: 3, name: "p50" },
      { share: 0.99, goal: 4, name: "p99" },
    ]) {
      const result = await interleave(
        { name: "raw", run: async () => {} },
        { name: "product", run: async () => {} },
        async (side) => {
          const waits: number[] = [];
          for (let move = 0; move < movesPerWindow; move++)
            waits.push(...(await sides[side.name as "raw" | "product"]()));
          return percentile(waits, share);
        },
        7,
      );
      report(`P7 a move is seen by ${count} clients, ${name}, product / raw`, result, { unit: "ms", atMost: goal });
    }
    const isHeavy = count === 1_000 && (kbEach > 30 || percentile(all, 0.99) > 150);
    console.log(
      `${isHeavy ? "MISSED" : "ok    "} P7 ${count} clients: p99 ${percentile(all, 0.99).toFixed(0)} ms (goal at 1,000: ≤ 150), ` +
        `${kbEach.toFixed(0)} kB of memory for each stream (goal at 1,000: ≤ 30)`,
    );
    if (isHeavy) process.exitCode = 1;
    product.close();
    floor.close();
    await delay(1_000);
  }
} finally {
  raw.kill();
  await api.stop();
  await bench.stop();
}
