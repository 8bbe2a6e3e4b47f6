import { oldTable, type OldSource } from "./old-source.ts";
import type {
  OldBoard,
  OldBoardRows,
  OldChecklistItem,
  OldColumn,
  OldProject,
  OldTag,
  OldTask,
  OldTaskEvent,
  OldTaskTag,
  OldUser,
} from "./old-tables.ts";

/** Everybody there is, the oldest account first. */
export async function readOldUsers(source: OldSource): Promise<OldUser[]> {
  const { rows } = await source.client.query<OldUser>(
    `SELECT *, (SELECT count(*)::int FROM ${oldTable(source, "Board")} AS b WHERE b."ownerId" = u.id) AS boards
     FROM ${oldTable(source, "User")} AS u ORDER BY "createdAt", id`,
  );
  return rows;
}

/**
 * The rows of one board. Events are those of its tasks, whatever board they name, from `eventsSince` on (an old time;
 * `null`: all of them).
 */
export async function readOldBoard(
  source: OldSource,
  boardId: string,
  eventsSince: string | null,
): Promise<OldBoardRows> {
  const { client } = source;
  const table = (name: Parameters<typeof oldTable>[1]) => oldTable(source, name);
  const ofBoard = async <Row extends object>(text: string, ...values: unknown[]) =>
    (await client.query<Row>(text, [boardId, ...values])).rows;
  const own = <Row extends object>(name: Parameters<typeof oldTable>[1]) =>
    ofBoard<Row>(`SELECT * FROM ${table(name)} AS r WHERE "boardId" = $1 ORDER BY "createdAt", id`);
  const ofTasks = (name: Parameters<typeof oldTable>[1]) =>
    `FROM ${table(name)} AS r JOIN ${table("Task")} AS t ON t.id = r."taskId" WHERE t."boardId" = $1`;
  const [board] = await ofBoard<OldBoard>(`SELECT * FROM ${table("Board")} AS r WHERE id = $1`);
  if (!board) throw new Error(`The board ${boardId} went away while it was read`);
  return {
    board,
    columns: await own<OldColumn>("Column"),
    projects: await own<OldProject>("Project"),
    tags: await own<OldTag>("Tag"),
    tasks: await own<OldTask>("Task"),
    checklistItems: await ofBoard<OldChecklistItem>(`SELECT r.* ${ofTasks("ChecklistItem")} ORDER BY r.id`),
    taskTags: await ofBoard<OldTaskTag>(`SELECT r.* ${ofTasks("TaskTag")} ORDER BY r."tagId"`),
    events: await ofBoard<OldTaskEvent>(
      `SELECT r.* ${ofTasks("TaskEvent")} AND ($2::timestamp IS NULL OR r."createdAt" >= $2) ORDER BY r."createdAt", r.id`,
      eventsSince,
    ),
  };
}

/**
 * The boards with a sign of everything they hold: it changes when any row of theirs does, and when somebody goes whose
 * board or task it was: what has no owner is `heirId`'s.
 */
export async function readFingerprints(
  source: OldSource,
  heirId: string,
): Promise<Map<string, { fingerprint: string; events: number }>> {
  const part = (name: string, rows: string) =>
    `SELECT r."boardId" AS board, '${name}' AS part, count(*) AS count, bit_xor(hashtextextended(r::text, 0)) AS sum
     FROM ${rows} AS r GROUP BY 1`;
  const table = (name: Parameters<typeof oldTable>[1]) => oldTable(source, name);
  const ofTasks = (name: Parameters<typeof oldTable>[1], key: string) =>
    `(SELECT t."boardId", ${key} FROM ${table(name)} AS o JOIN ${table("Task")} AS t ON t.id = o."taskId")`;
  const { rows } = await source.client.query<{ board: string; fingerprint: string; events: string }>(
    `SELECT b.id AS board, coalesce(sum(count) FILTER (WHERE part = 'TaskEvent'), 0) AS events,
       md5(concat_ws('|', b::text, coalesce(u.id, $1::uuid), string_agg(part || count || ':' || sum, '|' ORDER BY part))) AS fingerprint
     FROM ${table("Board")} AS b LEFT JOIN ${table("User")} AS u ON u.id = b."ownerId"
     LEFT JOIN (
       ${(["Column", "Project", "Tag"] as const).map((name) => part(name, table(name))).join(" UNION ALL ")}
       UNION ALL ${part("Task", `(SELECT t.*, u.id AS owner FROM ${table("Task")} AS t LEFT JOIN ${table("User")} AS u ON u.id = t."ownerId")`)}
       UNION ALL ${part("ChecklistItem", ofTasks("ChecklistItem", `o.id, o."taskId", o.title, o."isDone", o.position, o."updatedAt"`))}
       UNION ALL ${part("TaskTag", ofTasks("TaskTag", `o."taskId", o."tagId"`))}
       UNION ALL ${part("TaskEvent", ofTasks("TaskEvent", "o.id"))}
     ) AS parts ON parts.board = b.id
     GROUP BY b.id, b::text, u.id ORDER BY b.id`,
    [heirId],
  );
  return new Map(rows.map(({ board, fingerprint, events }) => [board, { fingerprint, events: Number(events) }]));
}
