import { looseRows } from "./keep-loose-rows.ts";
import type { KeptRow } from "./keeper.ts";
import { endSnapshot, type OldSource } from "./old-source.ts";
import { placeBoard } from "./place-board.ts";
import { readFingerprints, readOldBoard, readOldUsers } from "./read-old-board.ts";
import { heirOf, placePeople } from "./place-people.ts";

/** What a move would carry, and what would have no place and why, in lines for people; changes nothing. */
export async function foresee(source: OldSource): Promise<string[]> {
  const { client } = source;
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    const { placed, kept: ofPeople } = placePeople(await readOldUsers(source));
    const people = { byId: new Map(placed.map((person) => [person.userId as string, person])), heir: heirOf(placed)! };
    const carried = { boards: 0, tasks: 0, events: 0 };
    const reasons = new Map<string, number>();
    const count = ({ table, reason }: Pick<KeptRow, "table" | "reason">, rows = 1) => {
      for (const one of reason.split("; ")) {
        const line = `${table}: ${one}`;
        reasons.set(line, (reasons.get(line) ?? 0) + rows);
      }
    };
    for (const row of ofPeople) count(row);
    for (const [boardId, { events }] of await readFingerprints(source, people.heir.userId)) {
      const { wanted, kept } = placeBoard(await readOldBoard(source, boardId, "infinity"), people);
      carried.boards += 1;
      carried.tasks += wanted.tasks.length;
      carried.events += events;
      for (const row of kept) count(row);
    }
    for (const { table, text, reason } of looseRows(source, new Date())) {
      const { rows } = await client.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM (${text}) AS l`);
      if (rows[0]!.rows > 0) count({ table, reason }, rows[0]!.rows);
    }
    const number = (value: number) => value.toLocaleString("en");
    return [
      `would be carried: ${number(placed.length)} people, ${number(carried.boards)} boards, ${number(carried.tasks)} tasks, ${number(carried.events)} events`,
      "would have no place of its own, and be kept and named:",
      ...[...reasons].map(([line, rows]) => `  ${number(rows)} × ${line}`),
    ];
  } finally {
    await endSnapshot(client);
  }
}
