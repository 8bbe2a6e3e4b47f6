import type { ClientBase } from "pg";
import type { Random } from "@kanban/demo/random";

/** Where somebody is at work: a board with an owner and columns, which nobody else changes meanwhile. */
export type Desk = { client: ClientBase; random: Random; boardId: string; ownerId: string };

/** One thing somebody does; answers what it was, or null where there is nothing to do it to. */
export type Step = (desk: Desk) => Promise<string | null>;

/** SQL: the predecessor's clock. */
export const NOW = "(clock_timestamp() AT TIME ZONE 'UTC')::timestamp(3)";

export const newId = ({ random }: Desk): string => random.id(Date.now());

/** The first row of what `from` finds on the board, starting at a random id; null when there is none. */
export async function pickRow<Row extends { id: string }>(
  { client, random, boardId }: Desk,
  from: string,
): Promise<Row | null> {
  // Version 4's look: evenly spread, unlike `newId`.
  const start = Array.from({ length: 32 }, () => random.between(0, 15).toString(16)).join("");
  const { rows } = await client.query<Row>(
    `(SELECT found.* FROM ${from} AS found WHERE found."boardId" = $1 AND found."id" >= $2::uuid ORDER BY found."id" LIMIT 1)
     UNION ALL
     (SELECT found.* FROM ${from} AS found WHERE found."boardId" = $1 ORDER BY found."id" LIMIT 1)
     LIMIT 1`,
    [boardId, start],
  );
  return rows[0] ?? null;
}

export type OldTask = { id: string; columnId: string; position: number; title: string };
export type OldColumn = { id: string; name: string; type: string };

export const pickTask = (desk: Desk) => pickRow<OldTask>(desk, `"Task"`);
export const pickColumn = (desk: Desk) => pickRow<OldColumn>(desk, `"Column"`);
