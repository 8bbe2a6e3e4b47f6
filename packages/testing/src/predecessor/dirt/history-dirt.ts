import { anotherBoard, type Dirt, type Spoiling } from "./dirt.ts";

const update = ({ client, chosen }: Spoiling, changes: string, which = "true") =>
  client.query(
    `UPDATE "TaskEvent" SET ${changes} FROM course WHERE "TaskEvent"."taskId" = course.id AND ${chosen} AND ${which}`,
  );

const remove = ({ client, chosen }: Spoiling, which = "true") =>
  client.query(`DELETE FROM "TaskEvent" USING course WHERE "taskId" = course.id AND ${chosen} AND ${which}`);

const created = `"type" = 'CREATED'`;
const moved = `"type" = 'MOVED'`;

export const historyDirt: Record<string, Dirt> = {
  withoutCreated: (spoiling) => remove(spoiling, created),
  withoutEvents: (spoiling) => remove(spoiling),
  createdTwice: ({ client, chosen }) =>
    client.query(
      `INSERT INTO "TaskEvent" ("id", "taskId", "boardId", "type", "toColumnId", "triggeredBy", "createdAt")
       SELECT pg_temp.made('second event', task), "taskId", "boardId", "type", "toColumnId", "triggeredBy",
         "createdAt" + interval '1 minute'
       FROM "TaskEvent" JOIN course ON course.id = "taskId" WHERE ${chosen} AND ${created}`,
    ),

  movedToGoneColumns: (spoiling) => update(spoiling, `"toColumnId" = pg_temp.made('gone column', course.task)`, moved),
  movedFromGoneColumns: (spoiling) =>
    update(spoiling, `"fromColumnId" = pg_temp.made('gone column', course.task), "payload" = NULL`, moved),
  movedToNowhere: (spoiling) => update(spoiling, `"toColumnId" = NULL`, moved),
  movedFromNowhere: (spoiling) => update(spoiling, `"fromColumnId" = NULL, "triggeredBy" = NULL`, moved),

  onAnotherBoard: (spoiling) => update(spoiling, `"boardId" = pg_temp.made('board', ${anotherBoard(spoiling.boards)})`),
  onGoneBoards: (spoiling) => update(spoiling, `"boardId" = pg_temp.made('gone board', course.task)`),
  beforeTheTask: (spoiling) => update(spoiling, `"createdAt" = "createdAt" - interval '3 days'`),
  atOneMoment: (spoiling) => update(spoiling, `"createdAt" = course."bornAt" + interval '1 hour'`),
};
