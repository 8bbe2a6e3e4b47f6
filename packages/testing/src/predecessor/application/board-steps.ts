import { hashOldPassword } from "../hash-old-password.ts";
import { newId, NOW, pickColumn, pickRow, type Step } from "./step.ts";

export const renameBoard: Step = async (desk) => {
  const name = `Board ${desk.random.between(1, 999)} "renamed"`;
  await desk.client.query(`UPDATE "Board" SET "name" = $2, "updatedAt" = ${NOW} WHERE "id" = $1`, [desk.boardId, name]);
  return `renamed board ${desk.boardId}`;
};

export const renameColumn: Step = async (desk) => {
  const column = await pickColumn(desk);
  if (!column) return null;
  await desk.client.query(`UPDATE "Column" SET "name" = $2 WHERE "id" = $1`, [
    column.id,
    `Column ${desk.random.between(1, 999)} →`,
  ]);
  return `renamed column ${column.id}`;
};

export const renameTag: Step = async (desk) => {
  const tag = await pickRow(desk, `"Tag"`);
  if (!tag) return null;
  // Names are unique on a board.
  const name = `tag ${desk.random.between(1, 999)} ${newId(desk)}`;
  await desk.client.query(`UPDATE "Tag" SET "name" = $2, "updatedAt" = ${NOW} WHERE "id" = $1`, [tag.id, name]);
  return `renamed tag ${tag.id}`;
};

export const addProject: Step = async (desk) => {
  const id = newId(desk);
  await desk.client.query(
    `INSERT INTO "Project" ("id", "boardId", "ownerId", "name", "desiredOutcome", "createdAt", "updatedAt")
     VALUES ($1, $2, $3, $4, NULL, ${NOW}, ${NOW})`,
    [id, desk.boardId, desk.ownerId, `Project ${desk.random.between(1, 999)} 🧭`],
  );
  return `added project ${id}`;
};

export const addColumn: Step = async (desk) => {
  const id = newId(desk);
  const type = desk.random.pick(["CONTEXT", "WAITING", "SOMEDAY"]);
  await desk.client.query(
    `INSERT INTO "Column" ("id", "boardId", "name", "type", "position", "createdAt")
     SELECT $1, $2, $3, $4, coalesce(max("position"), -1) + 1, ${NOW} FROM "Column" WHERE "boardId" = $2`,
    [id, desk.boardId, `Column ${desk.random.between(1, 999)}`, type],
  );
  return `added column ${id}`;
};

/** Somebody signs up, and is given a board to begin with. */
export const signUp: Step = async (desk) => {
  const [userId, boardId] = [newId(desk), newId(desk)];
  const email = `${userId}@example.org`;
  await desk.client.query(
    `INSERT INTO "User" ("id", "email", "name", "passwordHash", "defaultBoardId", "createdAt", "updatedAt")
     VALUES ($1, $2, 'New here', $3, $4, ${NOW}, ${NOW})`,
    [userId, email, hashOldPassword(`password of ${email}`, 0), boardId],
  );
  await desk.client.query(
    `INSERT INTO "Board" ("id", "ownerId", "name", "createdAt", "updatedAt") VALUES ($1, $2, 'My board', ${NOW}, ${NOW})`,
    [boardId, userId],
  );
  for (const [position, type] of ["INPUT", "CONTEXT", "DONE"].entries()) {
    await desk.client.query(
      `INSERT INTO "Column" ("id", "boardId", "name", "type", "position", "createdAt") VALUES ($1, $2, $3::text, $3::text::"ColumnType", $4, ${NOW})`,
      [newId(desk), boardId, type, position],
    );
  }
  return `signed up ${email} with board ${boardId}`;
};
