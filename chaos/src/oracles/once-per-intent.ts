import type { Oracle } from "./oracle.ts";

/**
 * G4: what a client wanted was done once when it was acknowledged, never when it was refused, and at most once when
 * nobody answered; and nobody did what nobody wanted.
 */
export const oncePerIntent: Oracle = async ({ databases, ledger }) => {
  const { rows } = await databases.api.query<{ mutationId: string; times: number; means: string }>(
    `SELECT mutation_id AS "mutationId", count(DISTINCT occurred_at)::int AS times, min(actor ->> 'means') AS means
     FROM event_log WHERE board_seq IS NOT NULL GROUP BY mutation_id`,
  );
  const times = new Map(rows.map((row) => [row.mutationId, row.times]));
  const entries = ledger.entries();
  const wrong = entries.flatMap(({ intent, mutationIds, outcome }) => {
    const done = mutationIds.reduce((sum, id) => sum + (times.get(id) ?? 0), 0);
    const most = outcome.kind === "refused" ? 0 : 1;
    const least = outcome.kind === "acknowledged" && outcome.events.length > 0 ? 1 : 0;
    return done < least || done > most ? [`${intent.procedure} ${outcome.kind}, done ${done} times`] : [];
  });
  const asked = new Set(entries.flatMap(({ mutationIds }) => mutationIds));
  const boards = new Set(entries.map(({ intent }) => intent.boardId));
  const uncalled = await databases.api.query<{ mutationId: string; boardId: string; type: string }>(
    `SELECT mutation_id AS "mutationId", board_id AS "boardId", min(type) AS type FROM event_log
     WHERE board_seq IS NOT NULL AND actor ->> 'means' = 'hand' AND type LIKE 'task.%' GROUP BY 1, 2`,
  );
  return [
    ...wrong,
    ...uncalled.rows
      .filter(({ mutationId, boardId }) => boards.has(boardId) && !asked.has(mutationId))
      .map(({ type }) => `${type} was done and nobody asked for it`),
  ];
};
