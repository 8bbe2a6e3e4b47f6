import { getSnapshot } from "@kanban/api/board/get-snapshot";
import { openBenchDatabase } from "./bench-database.ts";
import { interleave, medianTime } from "./interleave.ts";
import { report } from "./report.ts";

/* P1: `board.snapshot` as the server makes it, against one plain query of the same columns and JSON.stringify. */

const plainQuery = {
  name: "bench-plain",
  text: `SELECT id, column_id, number, title, rank, project_id, priority, estimate_minutes, energy, waiting_for_who,
    waiting_since::text, follow_up_on::text, defer_until_day::text, defer_until_at::text, due_day::text, due_at::text,
    needs_breakdown, source, captured_at::text, started_at::text, finished_at::text, entered_column_at::text,
    notes <> '' AS has_notes, checklist_total, checklist_done, hint_count, version,
    ARRAY(SELECT context_id FROM task_context c WHERE c.task_id = task.id) AS context_ids
    FROM task WHERE board_id = $1 AND archived_at IS NULL AND deleted_at IS NULL`,
};

const bench = await openBenchDatabase(4);
try {
  for (const tasks of [1_000, 5_000]) {
    const { boardId } = await bench.newBoard(tasks);
    const raw = async () => void JSON.stringify((await bench.raw.query({ ...plainQuery, values: [boardId] })).rows);
    const product = async () => void JSON.stringify(await getSnapshot(bench.ctx, { boardId }));
    const result = await interleave(
      { name: "raw", run: raw },
      { name: "snapshot", run: product },
      medianTime(1_500),
      9,
    );
    report(`board.snapshot of ${tasks} tasks / raw query + stringify`, result, { unit: "ms", atMost: 1.5 });
  }
} finally {
  await bench.stop();
}
