import type { ClientBase } from "pg";

const tasks = (condition: string) =>
  `FROM "Task" t LEFT JOIN "Column" c ON c."id" = t."columnId" LEFT JOIN "Board" b ON b."id" = t."boardId"
   LEFT JOIN "Project" p ON p."id" = t."projectId" WHERE ${condition}`;
const events = (condition: string) =>
  `FROM "TaskEvent" e JOIN "Task" t ON t."id" = e."taskId" LEFT JOIN "Column" f ON f."id" = e."fromColumnId"
   LEFT JOIN "Column" o ON o."id" = e."toColumnId" WHERE ${condition}`;
const without = (table: string, key: string, owner: string) =>
  `FROM "${table}" r WHERE NOT EXISTS (SELECT FROM "${owner}" o WHERE o."id" = r."${key}")`;
const eventsOfTask = (condition = "true") =>
  `(SELECT count(*) FROM "TaskEvent" e WHERE e."taskId" = t."id" AND ${condition})`;
const columnsOfBoard = (condition = "true") =>
  `(SELECT count(*) FROM "Column" c WHERE c."boardId" = b."id" AND ${condition})`;
const repeated = (table: string, by: string) =>
  `FROM (SELECT FROM "${table}" GROUP BY ${by} HAVING count(*) > 1) AS groups`;

const durations = ["30m", "1h", "2 hours", "1.5h", "1h 30m", "90 min", "a while", ""];

/** What each kind of dirt looks like: the rest of `SELECT count(*) …` over the tables on the search path. */
const kinds: Record<string, string> = {
  "users whose addresses differ only by case": repeated("User", `lower("email")`),
  "users without a name": `FROM "User" WHERE "name" IS NULL`,
  "users without a password hash": `FROM "User" WHERE "passwordHash" IS NULL`,
  "users in an unknown time zone": `FROM "User" WHERE "timezone" NOT IN (SELECT name FROM pg_timezone_names)`,

  "boards without owner": without("Board", "ownerId", "User"),
  "boards without columns but with tasks": `FROM "Board" b WHERE ${columnsOfBoard()} = 0
    AND EXISTS (SELECT FROM "Task" t WHERE t."boardId" = b."id")`,
  "empty boards": `FROM "Board" b WHERE ${columnsOfBoard()} = 0
    AND NOT EXISTS (SELECT FROM "Task" t WHERE t."boardId" = b."id")`,
  "boards with two DONE columns": `FROM "Board" b WHERE ${columnsOfBoard(`c."type" = 'DONE'`)} = 2`,
  "boards with columns and no DONE column": `FROM "Board" b WHERE ${columnsOfBoard()} > 0
    AND ${columnsOfBoard(`c."type" = 'DONE'`)} = 0`,
  "configs with unknown keys": `FROM "Board" WHERE "config" ? 'theme'`,
  "configs that are null": `FROM "Board" WHERE "config" IS NULL`,
  "configs that are JSON null": `FROM "Board" WHERE "config" = 'null'`,
  "thresholds that are strings": `FROM "Board" WHERE jsonb_typeof("config" -> 'staleThresholdDays') = 'string'`,
  "WIP limits of zero": `FROM "Column" WHERE "wipLimit" = 0`,
  "WIP limits below zero": `FROM "Column" WHERE "wipLimit" < 0`,
  "tags that differ only by case": repeated("Tag", `"boardId", lower("name")`),
  "projects of one name": repeated("Project", `"boardId", "name"`),

  "columns without board": without("Column", "boardId", "Board"),
  "tags without board": without("Tag", "boardId", "Board"),
  "projects without board": without("Project", "boardId", "Board"),
  "tasks without board": without("Task", "boardId", "Board"),
  "tasks without column": without("Task", "columnId", "Column"),
  "tasks without owner": without("Task", "ownerId", "User"),
  "tasks without their project": tasks(`t."projectId" IS NOT NULL AND p."id" IS NULL`),
  "checklist items without task": without("ChecklistItem", "taskId", "Task"),
  "tags of no task": without("TaskTag", "taskId", "Task"),
  "tags of tasks that are not there": without("TaskTag", "tagId", "Tag"),
  "events without task": without("TaskEvent", "taskId", "Task"),
  "hints without task": without("Hint", "taskId", "Task"),
  "e-mailed actions without task": without("EmailActionToken", "taskId", "Task"),
  "tasks in a column of another board": tasks(`c."boardId" <> t."boardId"`),
  "tasks in a project of another board": tasks(`p."boardId" <> t."boardId"`),
  "tasks of another owner than the board's": tasks(`t."ownerId" <> b."ownerId"`),
  "tags of another board": `FROM "TaskTag" x JOIN "Task" t ON t."id" = x."taskId" JOIN "Tag" g ON g."id" = x."tagId"
    WHERE g."boardId" <> t."boardId"`,

  "duplicate positions": repeated("Task", `"columnId", "position"`),
  "gaps between positions": `FROM (
    SELECT "position" - lag("position") OVER (PARTITION BY "columnId" ORDER BY "position") AS step FROM "Task"
  ) AS steps WHERE step > 1`,
  "negative positions": `FROM "Task" WHERE "position" < 0`,
  "done tasks outside DONE columns": tasks(`t."isDone" AND c."type" NOT IN ('DONE', 'ARCHIVE')`),
  "tasks in DONE that are not done": tasks(`c."type" = 'DONE' AND NOT t."isDone" AND t."completedAt" IS NULL`),
  "archived tasks that are not done": tasks(`c."type" = 'ARCHIVE' AND NOT t."isDone"`),
  "waiting for somebody elsewhere": tasks(`c."type" <> 'WAITING' AND t."waitingFor" <> ''`),
  "waiting for nobody": tasks(`c."type" = 'WAITING' AND coalesce(t."waitingFor", '') = ''`),
  "due at midnight": tasks(`t."dueAt" = date_trunc('day', t."dueAt")`),
  "due at some time": tasks(`t."dueAt" <> date_trunc('day', t."dueAt")`),
  "titles of 700 characters": tasks(`length(t."title") = 700`),
  "notes of 100 kB": tasks(`octet_length(t."description") >= 102400`),
  "metadata objects": tasks(`jsonb_typeof(t."metadata") = 'object'`),
  "metadata arrays": tasks(`jsonb_typeof(t."metadata") = 'array'`),
  "metadata JSON null": tasks(`t."metadata" = 'null'`),
  ...Object.fromEntries(durations.map((text) => [`duration "${text}"`, tasks(`t."duration" = '${text}'`)])),

  "tasks without CREATED": tasks(`${eventsOfTask()} > 0 AND ${eventsOfTask(`e."type" = 'CREATED'`)} = 0`),
  "tasks without events": tasks(`${eventsOfTask()} = 0`),
  "tasks created twice": tasks(`${eventsOfTask(`e."type" = 'CREATED'`)} = 2`),
  "moves to deleted columns": events(`e."type" = 'MOVED' AND e."toColumnId" IS NOT NULL AND o."id" IS NULL`),
  "moves from deleted columns": events(`e."type" = 'MOVED' AND e."fromColumnId" IS NOT NULL AND f."id" IS NULL`),
  "moves to nowhere": events(`e."type" = 'MOVED' AND e."toColumnId" IS NULL`),
  "moves from nowhere": events(`e."type" = 'MOVED' AND e."fromColumnId" IS NULL`),
  "events on another board than the task's": events(`e."boardId" <> t."boardId"`),
  "events on deleted boards": without("TaskEvent", "boardId", "Board"),
  "events before their task": events(`e."createdAt" < t."createdAt"`),
  "events at one moment": repeated("TaskEvent", `"taskId", "createdAt"`),
};

/** How often each kind of dirt occurs in the latest tables on the search path. */
export async function findDirt(client: ClientBase): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [kind, rest] of Object.entries(kinds)) {
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count ${rest}`);
    found[kind] = rows[0]?.count ?? 0;
  }
  return found;
}
