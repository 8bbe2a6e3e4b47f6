import { checklistTitles } from "../words.ts";
import { newId, NOW, pickRow, pickTask, type Step } from "./step.ts";

type Item = { id: string; taskId: string };

const items = `(SELECT item.*, task."boardId" FROM "ChecklistItem" AS item JOIN "Task" AS task ON task."id" = item."taskId")`;
const tagged = `(SELECT task."id", task."boardId", x."tagId" FROM "TaskTag" AS x JOIN "Task" AS task ON task."id" = x."taskId")`;

export const tagTask: Step = async (desk) => {
  const [task, tag] = [await pickTask(desk), await pickRow(desk, `"Tag"`)];
  if (!task || !tag) return null;
  const { rowCount } = await desk.client.query(
    `INSERT INTO "TaskTag" ("taskId", "tagId") VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [task.id, tag.id],
  );
  return rowCount === 1 ? `tagged task ${task.id} with ${tag.id}` : null;
};

export const untagTask: Step = async (desk) => {
  const found = await pickRow<{ id: string; tagId: string }>(desk, tagged);
  if (!found) return null;
  await desk.client.query(`DELETE FROM "TaskTag" WHERE "taskId" = $1 AND "tagId" = $2`, [found.id, found.tagId]);
  return `untagged task ${found.id} of ${found.tagId}`;
};

export const addItem: Step = async (desk) => {
  const task = await pickTask(desk);
  if (!task) return null;
  await desk.client.query(
    `INSERT INTO "ChecklistItem" ("id", "taskId", "title", "isDone", "position", "createdAt", "updatedAt")
     SELECT $1, $2, $3, false, coalesce(max("position"), -1) + 1, ${NOW}, ${NOW} FROM "ChecklistItem" WHERE "taskId" = $2`,
    [newId(desk), task.id, desk.random.pick(checklistTitles)],
  );
  return `added a checklist item to task ${task.id}`;
};

export const toggleItem: Step = async (desk) => {
  const item = await pickRow<Item>(desk, items);
  if (!item) return null;
  await desk.client.query(`UPDATE "ChecklistItem" SET "isDone" = NOT "isDone", "updatedAt" = ${NOW} WHERE "id" = $1`, [
    item.id,
  ]);
  return `toggled checklist item ${item.id}`;
};

export const deleteItem: Step = async (desk) => {
  const item = await pickRow<Item>(desk, items);
  if (!item) return null;
  await desk.client.query(`DELETE FROM "ChecklistItem" WHERE "id" = $1`, [item.id]);
  return `deleted checklist item ${item.id}`;
};
