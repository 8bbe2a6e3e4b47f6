import type { ClientBase } from "pg";

/** What is done one after the other; a move that was interrupted begins again with the first that has not been. */
export const steps = [
  "check",
  "deploy",
  "back-up",
  "people",
  "boards",
  "kept-rows",
  "catch-up",
  "freeze",
  "last-pass",
  "verify",
  "seal",
  "report",
] as const;
export type StepName = (typeof steps)[number];

/** How far a move has come, as the target remembers it. */
export type MoveState = {
  source: string;
  beganAt: string;
  endedAt: string | null;
  /** Folder of the old database's backup, once it is whole. */
  backup: string | null;
  /** The old database refuses writes. */
  isSealed: boolean;
  freezeSeconds: number | null;
  /** Seconds each step took, all attempts together. */
  seconds: Partial<Record<StepName, number>>;
  rows: number;
  events: number;
  /** Where the report of the finished move is. */
  report: string | null;
};

type Row = { source: string; state: MoveState; beganAt: Date; endedAt: Date | null };

/** The move this database knows of; `null` for none. */
export async function readMove(target: ClientBase): Promise<MoveState | null> {
  const { rows: found } = await target.query<{ isThere: boolean }>(
    `SELECT to_regclass('public.predecessor_move') IS NOT NULL AS "isThere"`,
  );
  if (!found[0]?.isThere) return null;
  const { rows } = await target.query<Row>(
    `SELECT source, state, began_at AS "beganAt", ended_at AS "endedAt" FROM predecessor_move`,
  );
  const [row] = rows;
  if (!row) return null;
  const { source, state, beganAt, endedAt } = row;
  return { ...state, source, beganAt: beganAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
}

/** Remembers how far the move has come. */
export async function writeMove(target: ClientBase, { source, beganAt, endedAt, ...state }: MoveState): Promise<void> {
  await target.query(
    `INSERT INTO predecessor_move (source, state, began_at, ended_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET state = EXCLUDED.state, ended_at = EXCLUDED.ended_at`,
    [source, state, beganAt, endedAt],
  );
}
