import { endings, openings, subjects } from "../words.ts";
import {
  newId,
  NOW,
  type Desk,
  type OldColumn,
  type OldTask,
  pickColumn,
  pickRow,
  pickTask,
  type Step,
} from "./step.ts";

function makeTitle({ random }: Desk): string {
  const language = random.between(0, openings.length - 1);
  return `${random.pick(openings[language]!)} ${random.pick(subjects[language]!)}${random.pick(endings)}`;
}

type Happened = { taskId: string; type: string; from?: string; to?: string; payload?: object };

const writeEvent = (desk: Desk, { taskId, type, from, to, payload }: Happened) =>
  desk.client.query(
    `INSERT INTO "TaskEvent" ("id", "taskId", "boardId", "type", "fromColumnId", "toColumnId", "payload", "triggeredBy",
       "createdAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ${NOW})`,
    [newId(desk), taskId, desk.boardId, type, from, to, payload && JSON.stringify(payload), desk.ownerId],
  );

/** One more than the highest position: two people adding at once would share it, which is how duplicates came about. */
async function endOf({ client }: Desk, columnId: string): Promise<number> {
  const { rows } = await client.query<{ end: number }>(
    `SELECT coalesce(max("position"), -1) + 1 AS end FROM "Task" WHERE "columnId" = $1`,
    [columnId],
  );
  return rows[0]!.end;
}

export const createTask: Step = async (desk) => {
  const column = await pickColumn(desk);
  if (!column) return null;
  const id = newId(desk);
  await desk.client.query(
    `INSERT INTO "Task" ("id", "boardId", "columnId", "ownerId", "title", "position", "createdAt", "updatedAt", "lastMovedAt")
     SELECT $1, $2, $3, $4, $5, $6, now, now, now FROM (SELECT ${NOW} AS now) AS clock`,
    [id, desk.boardId, column.id, desk.ownerId, makeTitle(desk), await endOf(desk, column.id)],
  );
  await writeEvent(desk, { taskId: id, type: "CREATED", to: column.id });
  return `created task ${id} in ${column.name}`;
};

export const moveTask: Step = async (desk) => {
  const task = await pickTask(desk);
  if (!task) return null;
  const others = `(SELECT * FROM "Column" WHERE "id" <> ${desk.client.escapeLiteral(task.columnId)})`;
  const to = await pickRow<OldColumn>(desk, others);
  if (!to) return null;
  const { rows } = await desk.client.query<{ name: string }>(`SELECT "name" FROM "Column" WHERE "id" = $1`, [
    task.columnId,
  ]);
  const position = await endOf(desk, to.id);
  // Leaving DONE again takes nothing back.
  await desk.client.query(
    `UPDATE "Task" SET "columnId" = $2, "position" = $3, "lastMovedAt" = ${NOW}, "updatedAt" = ${NOW}, "stale" = false,
       "isDone" = "isDone" OR $4, "completedAt" = CASE WHEN $4 THEN ${NOW} ELSE "completedAt" END
     WHERE "id" = $1`,
    [task.id, to.id, position, to.type === "DONE"],
  );
  const payload = { fromColumnName: rows[0]?.name ?? null, toColumnName: to.name, wipOverride: false, position };
  await writeEvent(desk, { taskId: task.id, type: "MOVED", from: task.columnId, to: to.id, payload });
  return `moved task ${task.id} to ${to.name}`;
};

export const editTask: Step = async (desk) => {
  const task = await pickTask(desk);
  if (!task) return null;
  await desk.client.query(
    `UPDATE "Task" SET "title" = $2, "description" = concat("description", E'\\n', $3::text), "updatedAt" = ${NOW} WHERE "id" = $1`,
    [task.id, makeTitle(desk), makeTitle(desk)],
  );
  await writeEvent(desk, { taskId: task.id, type: "UPDATED" });
  return `edited task ${task.id}`;
};

export const completeTask: Step = async (desk) => {
  const task = await pickRow<OldTask>(desk, `(SELECT * FROM "Task" WHERE NOT "isDone")`);
  if (!task) return null;
  await desk.client.query(
    `UPDATE "Task" SET "isDone" = true, "completedAt" = ${NOW}, "updatedAt" = ${NOW} WHERE "id" = $1`,
    [task.id],
  );
  await writeEvent(desk, { taskId: task.id, type: "COMPLETED" });
  return `completed task ${task.id}`;
};

/** Those below make room. */
export const reorderTask: Step = async (desk) => {
  const task = await pickTask(desk);
  if (!task) return null;
  const position = desk.random.between(0, await endOf(desk, task.columnId));
  await desk.client.query(
    `UPDATE "Task" SET "position" = "position" + 1 WHERE "columnId" = $1 AND "position" >= $2 AND "id" <> $3 AND "boardId" = $4`,
    [task.columnId, position, task.id, desk.boardId],
  );
  await desk.client.query(`UPDATE "Task" SET "position" = $2, "updatedAt" = ${NOW} WHERE "id" = $1`, [
    task.id,
    position,
  ]);
  return `reordered task ${task.id} to ${position}`;
};

export const deleteTask: Step = async (desk) => {
  const task = await pickTask(desk);
  if (!task) return null;
  for (const table of ["ChecklistItem", "TaskTag", "TaskEvent", "Hint", "EmailActionToken"])
    await desk.client.query(`DELETE FROM "${table}" WHERE "taskId" = $1`, [task.id]);
  await desk.client.query(`DELETE FROM "Task" WHERE "id" = $1`, [task.id]);
  return `deleted task ${task.id}`;
};
