import { randomUUID } from "node:crypto";
import { moveTask } from "@kanban/api/task/move-task";
import type { ColumnId, MutationId, TaskId } from "@kanban/domain/ids";
import { type Rank, rankBetween } from "@kanban/domain/rank";
import { type BenchBoard, openBenchDatabase, openColumnIds } from "./bench-database.ts";
import { interleave, throughput } from "./interleave.ts";
import { report } from "./report.ts";

/*
 * P2: `task.move` as the server does it, against the same transaction written by hand with node-postgres: idempotency
 * key, task with membership and lock, both columns' counters, neighbours, task, and last the board's clock with the
 * event. Every client moves tasks of a board of its own, so that the board's row is not what is measured.
 */

const text = {
  key: `INSERT INTO idempotency_key (actor_key, mutation_id, procedure, input_hash) VALUES ($1, $2, 'task.move', $3) ON CONFLICT DO NOTHING`,
  task: `SELECT t.*, m.role, b.wip_policy FROM task t JOIN board b ON b.id = t.board_id
    JOIN board_member m ON m.board_id = b.id AND m.user_id = $2 WHERE t.id = $1 FOR UPDATE OF t`,
  leave: `UPDATE "column" SET open_tasks = open_tasks - 1 WHERE id = $1`,
  enter: `UPDATE "column" SET open_tasks = open_tasks + 1 WHERE id = $1 AND (wip_limit IS NULL OR open_tasks < wip_limit) RETURNING *`,
  last: `SELECT rank FROM task WHERE column_id = $1 AND archived_at IS NULL AND deleted_at IS NULL ORDER BY rank DESC LIMIT 1`,
  move: `UPDATE task SET column_id = $2, rank = $3, version = version + 1, entered_column_at = now() WHERE id = $1`,
  close: `WITH clock AS (UPDATE board SET seq = seq + 1 WHERE id = $1 RETURNING seq),
    logged AS (INSERT INTO event_log (id, board_id, board_seq, aggregate_type, aggregate_id, type, version, payload, actor,
        mutation_id, correlation_id, occurred_at)
      SELECT $2, $1, clock.seq, 'task', $3, 'task.moved', 1, $4, '{}', $5, $5, now() FROM clock),
    transition AS (INSERT INTO task_transition (board_id, task_id, to_column_id, to_kind, at) VALUES ($1, $3, $6, 'next', now()))
    UPDATE idempotency_key SET answer = '{}' WHERE actor_key = $7 AND mutation_id = $5`,
} as const;

const bench = await openBenchDatabase(10);

/** One lane: a board, its tasks in turn, from one open column to another. */
async function lane() {
  const board: BenchBoard = await bench.newBoard(200);
  const { rows } = await bench.raw.query<{ id: TaskId; column: ColumnId }>(
    'SELECT id, column_id AS "column" FROM task WHERE board_id = $1',
    [board.boardId],
  );
  const columns = openColumnIds(board);
  let turn = 0;
  return () => {
    const row = rows[turn++ % rows.length]!;
    const from = row.column;
    const to = columns[(columns.indexOf(from) + 1) % columns.length]!;
    row.column = to;
    return { boardId: board.boardId, taskId: row.id, from, to };
  };
}

type Step = ReturnType<Awaited<ReturnType<typeof lane>>>;

async function rawMove({ boardId, taskId, from, to }: Step): Promise<void> {
  const client = await bench.raw.connect();
  const ask = (name: keyof typeof text, values: unknown[]) => client.query({ name, text: text[name], values });
  const mutationId = randomUUID();
  const actorKey = `user:${bench.ctx.actor.userId}`;
  await client.query("BEGIN");
  await ask("key", [actorKey, mutationId, "hash"]);
  await ask("task", [taskId, bench.ctx.actor.userId]);
  await ask("leave", [from]);
  await ask("enter", [to]);
  const { rows } = await ask("last", [to]);
  await ask("move", [taskId, to, rankBetween((rows[0]?.rank as Rank | undefined) ?? null, null)]);
  await ask("close", [boardId, randomUUID(), taskId, JSON.stringify({ taskId, from, to }), mutationId, to, actorKey]);
  await client.query("COMMIT");
  client.release();
}

async function productMove({ boardId, taskId, to }: Step): Promise<void> {
  await moveTask(bench.ctx, { boardId, taskId, toColumnId: to, mutationId: randomUUID() as MutationId });
}

try {
  for (const clients of [1, 8]) {
    const lanes = await Promise.all(Array.from({ length: clients }, lane));
    let next = 0;
    // Each call takes the next free lane, so that no two moves in flight share a board.
    const idle = [...lanes];
    const onLane = (move: (step: Step) => Promise<void>) => async () => {
      const own = idle.shift() ?? lanes[next++ % lanes.length]!;
      await move(own());
      idle.push(own);
    };
    const result = await interleave(
      { name: "raw", run: onLane(rawMove) },
      { name: "task.move", run: onLane(productMove) },
      throughput(2_000, clients),
      9,
    );
    report(`task.move at ${clients} connection${clients > 1 ? "s" : ""} / raw transaction`, result, {
      unit: "moves/s",
      atLeast: 0.5,
    });
  }
} finally {
  await bench.stop();
}
