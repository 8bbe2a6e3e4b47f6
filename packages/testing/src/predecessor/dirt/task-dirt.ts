import { PROJECTS, TAGS } from "../fill-boards.ts";
import { columnId } from "../old-columns.ts";
import { anotherBoard, type Dirt, type Spoiling } from "./dirt.ts";

const update = ({ client, chosen }: Spoiling, changes: string) =>
  client.query(`UPDATE "Task" SET ${changes} FROM course WHERE "Task"."id" = course.id AND ${chosen}`);

const inColumn = (column: number) => `"columnId" = ${columnId("course.board", String(column))}`;

export const taskDirt: Record<string, Dirt> = {
  duplicatePositions: (spoiling) => update(spoiling, `"position" = abs("position" - 1)`),
  gapsBetweenPositions: (spoiling) => update(spoiling, `"position" = "position" + 1000`),
  negativePositions: (spoiling) => update(spoiling, `"position" = -1 - "position"`),

  doneOutsideDone: (spoiling) =>
    update(spoiling, `${inColumn(5)}, "isDone" = true, "completedAt" = coalesce("completedAt", "updatedAt")`),
  inDoneAndNotDone: (spoiling) => update(spoiling, `${inColumn(8)}, "isDone" = false, "completedAt" = NULL`),
  archivedAndNotDone: (spoiling) => update(spoiling, `${inColumn(9)}, "isDone" = false, "completedAt" = NULL`),

  columnMissing: (spoiling) => update(spoiling, `"columnId" = pg_temp.made('gone column', course.task)`),
  columnOnAnotherBoard: (spoiling) => update(spoiling, `"columnId" = ${columnId(anotherBoard(spoiling.boards), "3")}`),
  projectMissing: (spoiling) => update(spoiling, `"projectId" = pg_temp.made('gone project', course.task)`),
  projectOnAnotherBoard: (spoiling) =>
    update(spoiling, `"projectId" = pg_temp.made('project', ${anotherBoard(spoiling.boards)}::bigint * ${PROJECTS})`),
  ownerMissing: (spoiling) => update(spoiling, `"ownerId" = pg_temp.made('gone person', course.task)`),
  ownedByAnotherThanTheBoard: (spoiling) => update(spoiling, `"ownerId" = pg_temp.made('person', 31)`),

  waitingForOutsideWaiting: (spoiling) => update(spoiling, `${inColumn(2)}, "waitingFor" = 'somebody "else"'`),
  waitingForNobody: (spoiling) =>
    update(spoiling, `${inColumn(6)}, "waitingFor" = CASE WHEN course.task % 2 = 0 THEN '' END`),
  dueAtMidnight: (spoiling) => update(spoiling, `"dueAt" = date_trunc('day', course."endsAt") + interval '5 days'`),
  dueAtSomeTime: (spoiling) =>
    update(spoiling, `"dueAt" = date_trunc('day', course."endsAt") + interval '5 days 14:30:00.123'`),

  longTitle: (spoiling) =>
    update(onlyOne(spoiling), `"title" = rpad('Ein "sehr" langer Titel ', 700, 'und so weiter 🐌 ')`),
  longNotes: (spoiling) =>
    update(
      onlyOne(spoiling),
      `"description" = rpad('', 102400, E'Ein Absatz mit "Zitat", C:\\\\temp und Größe.\\n\\n')`,
    ),

  durationsAsTyped: (spoiling) =>
    update(
      { ...spoiling, chosen: "course.task % 13 = 0" },
      `"duration" = ('{30m,1h,2 hours,1.5h,1h 30m,90 min,a while,""}'::text[])[1 + course.task / 13 % 8]`,
    ),
  metadataOfEveryShape: (spoiling) =>
    update(
      { ...spoiling, chosen: "course.task % 17 = 0" },
      `"metadata" = (ARRAY['{"a": {"b": ["\\"", null, 1e3]}, "": "ü"}', '[1, "two", null]', 'null'])[1 + course.task / 17 % 3]::jsonb`,
    ),

  /** The task has gone; what belonged to it has not. */
  async goneWithoutTheirParts({ client, chosen }) {
    const few = `FROM course WHERE ${chosen}`;
    await client.query(
      `INSERT INTO "ChecklistItem" ("id", "taskId", "title", "createdAt", "updatedAt")
       SELECT pg_temp.made('lost item', task), id, 'left over', "bornAt", "endsAt" ${few}`,
    );
    await client.query(
      `INSERT INTO "TaskTag" SELECT id, pg_temp.made('tag', board::bigint * ${TAGS}) ${few} ON CONFLICT DO NOTHING`,
    );
    await client.query(
      `INSERT INTO "Hint" ("id", "taskId", "agentId", "hintType", "content", "createdAt", "updatedAt")
       SELECT pg_temp.made('lost hint', task), id, 'planner', 'summary', 'left over', "bornAt", "endsAt" ${few}`,
    );
    await client.query(
      `INSERT INTO "EmailActionToken" ("id", "taskId", "userId", "token", "createdAt", "expiresAt")
       SELECT pg_temp.made('lost token', task), id, pg_temp.made('person', 1), 'lost' || task, "bornAt", "endsAt" ${few}`,
    );
    await client.query(`DELETE FROM "Task" WHERE "id" IN (SELECT id ${few})`);
  },

  tagMissing: ({ client, chosen }) =>
    client.query(`INSERT INTO "TaskTag" SELECT id, pg_temp.made('gone tag', task % 3) FROM course WHERE ${chosen}`),
  tagOnAnotherBoard: ({ client, chosen, boards }) =>
    client.query(
      `INSERT INTO "TaskTag" SELECT id, pg_temp.made('tag', ${anotherBoard(boards)}::bigint * ${TAGS}) FROM course WHERE ${chosen}`,
    ),
};

const onlyOne = (spoiling: Spoiling): Spoiling => ({
  ...spoiling,
  chosen: `course.task = (SELECT min(task) FROM course WHERE ${spoiling.chosen})`,
});
