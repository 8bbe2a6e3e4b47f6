import { randomUUID } from "node:crypto";
import { captureTask } from "@kanban/api/capture/capture-task";
import type { BoardId, MutationId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { openBenchDatabase } from "./bench-database.ts";
import { interleave, timeAt, throughput } from "./interleave.ts";
import { report } from "./report.ts";

/*
 * A capture as the server acknowledges it, against what no memory of a thought can do without: one row written and
 * synced. Every client captures into a board of its own, as people do; the board is not named, as on a phone.
 */

const bench = await openBenchDatabase(10);
await bench.raw.query("CREATE TABLE raw_capture (id uuid PRIMARY KEY, text text NOT NULL, at timestamptz NOT NULL)");

const noFiles = {
  storage: { put: () => Promise.reject(new Error("No file comes here")), exists: () => Promise.resolve(false) },
  fileLimits: { bytesPerFile: limits.attachmentBytes, bytesPerBoard: limits.attachmentBytesPerBoard },
};

async function rawInsert(): Promise<void> {
  const values = [randomUUID(), "Call the roofer about the slate", new Date()];
  await bench.raw.query({ name: "raw", text: "INSERT INTO raw_capture VALUES ($1, $2, $3)", values });
}

async function capture(boardId: BoardId | null): Promise<void> {
  const asked = { mutationId: randomUUID() as MutationId, boardId, text: "Call the roofer about the slate" };
  await captureTask(bench.ctx, { ...asked, source: "web", receivedAt: new Date().toISOString() }, noFiles);
}

try {
  await bench.newBoard(200);
  // Tables that have been lived in, and known to the planner: with one row each it would scan them for ever.
  for (let index = 0; index < 500; index++) await capture(null);
  await bench.raw.query("VACUUM ANALYZE");
  const raw = { name: "raw", run: rawInsert };
  const one = { name: "capture", run: () => capture(null) };
  const acknowledged = await interleave(raw, one, timeAt(0.5, 1_500), 9);
  report("a capture acknowledged / one raw insert, median", acknowledged, { unit: "ms", atMost: 4 });
  const slowest = await interleave(raw, one, timeAt(0.99, 2_000), 9);
  report("P15 a capture acknowledged / one raw insert, p99", slowest, { unit: "ms", atMost: 4 });

  const clients = 8;
  const boards = await Promise.all(Array.from({ length: clients }, () => bench.newBoard(200)));
  const idle = boards.map(({ boardId }) => boardId);
  const onOwnBoard = async () => {
    const own = idle.shift();
    if (!own) throw new Error("More captures in flight than clients");
    await capture(own);
    idle.push(own);
  };
  const sustained = await interleave(raw, { name: "capture", run: onOwnBoard }, throughput(2_000, clients), 9);
  report(`captures sustained by ${clients} clients / raw inserts`, sustained, { unit: "captures/s", atLeast: 0.05 });
} finally {
  await bench.stop();
}
