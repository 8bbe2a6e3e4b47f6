import { withClient } from "@kanban/testing/open-client";
import type { Subject } from "./ground.ts";

/** What must be the same on both sides: queries that answer a `line` for each row, of the boards `$1`. */
type Pair = { what: string; old: string; new: string };

const time = (column: string) => `to_char(${column}, 'YYYY-MM-DD HH24:MI:SS.MS')`;
const utc = (column: string) => time(`${column} AT TIME ZONE 'UTC'`);
const line = (...columns: string[]) => `concat_ws(' | ', ${columns.join(", ")}) AS line`;

const oldTasks = `(SELECT * FROM "Task" WHERE "boardId" = ANY($1))`;
const newTasks = `(SELECT * FROM task WHERE board_id = ANY($1) AND deleted_at IS NULL)`;
/** Its column is not there, or another board's: it has to lie elsewhere now. */
const misplaced = (id: string) =>
  `EXISTS (SELECT FROM predecessor_row k WHERE k."table" = 'Task' AND k.id = ${id}::text AND k.row ? 'columnId')`;
const added = (table: string, id: string) =>
  `EXISTS (SELECT FROM predecessor_row k WHERE k."table" = '${table}' AND k.id = ${id}::text AND k.kind = 'added')`;

const pairs: readonly Pair[] = [
  {
    what: "boards",
    old: `SELECT ${line("id", "name", `"ownerId"`)} FROM "Board" WHERE id = ANY($1)`,
    new: `SELECT ${line("b.id", "b.name", "m.user_id")} FROM board b
          JOIN board_member m ON m.board_id = b.id AND m.role = 'owner' WHERE b.id = ANY($1)`,
  },
  {
    what: "columns in their order",
    old: `SELECT ${line(`"boardId"`, `string_agg(id || ' ' || name, ', ' ORDER BY position, "createdAt", id)`)}
          FROM "Column" WHERE "boardId" = ANY($1) AND type <> 'ARCHIVE' GROUP BY "boardId"`,
    new: `SELECT ${line("board_id", `string_agg(c.id || ' ' || name, ', ' ORDER BY rank)`)}
          FROM "column" c WHERE board_id = ANY($1) AND NOT ${added("Column", "c.id")} GROUP BY board_id`,
  },
  {
    what: "tasks",
    old: `SELECT ${line("id", `"boardId"`, "title", time(`"createdAt"`))} FROM ${oldTasks} AS t`,
    new: `SELECT ${line("id", "board_id", "title", utc("captured_at"))} FROM ${newTasks} AS t`,
  },
  {
    what: "tasks in their order",
    old: `SELECT ${line("c.id", `string_agg(t.id::text, ' ' ORDER BY t.position, t."lastMovedAt", t.id)`)}
          FROM ${oldTasks} AS t JOIN "Column" c ON (c.id, c."boardId") = (t."columnId", t."boardId")
          WHERE c.type <> 'ARCHIVE' AND (c.type = 'DONE' OR NOT t."isDone") GROUP BY c.id`,
    new: `SELECT ${line("column_id", `string_agg(t.id::text, ' ' ORDER BY rank)`)}
          FROM ${newTasks} AS t WHERE archived_at IS NULL AND NOT ${misplaced("t.id")} GROUP BY column_id`,
  },
  {
    what: "events",
    old: `SELECT ${line("e.id", `e."taskId"`, "e.type", time(`e."createdAt"`))}
          FROM "TaskEvent" e JOIN ${oldTasks} AS t ON t.id = e."taskId"`,
    new: `SELECT ${line("e.id", "t.id", "e.payload -> 'imported' ->> 'type'", utc("e.occurred_at"))}
          FROM event_log e JOIN ${newTasks} AS t ON t.id = e.aggregate_id WHERE e.payload ? 'imported'`,
  },
  {
    what: "checklists",
    old: `SELECT ${line("i.id", `i."taskId"`, "i.title", `i."isDone"`)}
          FROM "ChecklistItem" i JOIN ${oldTasks} AS t ON t.id = i."taskId"`,
    new: `SELECT ${line("i.id", "i.task_id", "i.text", "i.is_done")}
          FROM checklist_item i JOIN ${newTasks} AS t ON t.id = i.task_id`,
  },
  {
    what: "tags of tasks",
    old: `SELECT ${line("t.id", "g.id")} FROM "TaskTag" x JOIN ${oldTasks} AS t ON t.id = x."taskId"
          JOIN "Tag" g ON (g.id, g."boardId") = (x."tagId", t."boardId")`,
    new: `SELECT ${line("t.id", "x.tag_id")} FROM task_tag x JOIN ${newTasks} AS t ON t.id = x.task_id`,
  },
  {
    what: "projects",
    old: `SELECT ${line("id", `"boardId"`)} FROM "Project" WHERE "boardId" = ANY($1)`,
    new: `SELECT ${line("id", "board_id")} FROM project WHERE board_id = ANY($1)`,
  },
];

type Sum = { rows: number; md5: string | null };

/** Counts and ordered checksums of the boards without dirt, by queries of our own; answers what differs. */
export async function compareBoards({ oldUrl, urls, boardIds }: Subject): Promise<{ wrong: string[]; rows: number }> {
  return withClient(oldUrl, (old) =>
    withClient(urls.api, async (own) => {
      const wrong: string[] = [];
      let compared = 0;
      for (const { what, ...queries } of pairs) {
        const [before, after] = await Promise.all([sumOf(old, queries.old), sumOf(own, queries.new)]);
        compared += before.rows;
        if (before.rows !== after.rows || before.md5 !== after.md5)
          wrong.push(`${what} differ: ${JSON.stringify(before)} and ${JSON.stringify(after)}`);
      }
      return { wrong, rows: compared };
    }),
  );

  async function sumOf(client: Parameters<Parameters<typeof withClient>[1]>[0], query: string): Promise<Sum> {
    const { rows } = await client.query<Sum>(
      `SELECT count(*)::int AS rows, md5(string_agg(line, E'\\n' ORDER BY line COLLATE "C")) AS md5 FROM (${query}) AS l`,
      [boardIds],
    );
    return rows[0]!;
  }
}
