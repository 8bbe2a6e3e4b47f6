import type { BoardId } from "@kanban/domain/ids";
import { type Pace, paceShares } from "@kanban/domain/pace/pace";
import type { ApiDb } from "../context.ts";

/** The times finished tasks took since a moment, archived ones among them. The caller has checked who asks. */
export async function readPace(db: ApiDb, boardId: BoardId, since: Date): Promise<Pace> {
  const [row] = await db.$queryRaw<{ finished: number; quantiles: number[] | null }[]>`
    SELECT count(*)::int AS finished,
      percentile_cont(${[...paceShares]}::float8[]) WITHIN GROUP (
        ORDER BY extract(epoch FROM finished_at - started_at)::float8 * 1000) AS quantiles
    FROM task
    WHERE board_id = ${boardId}::uuid AND finished_at >= ${since} AND started_at IS NOT NULL AND deleted_at IS NULL`;
  return { finished: row?.finished ?? 0, quantiles: (row?.quantiles ?? []).map(Math.round) };
}
