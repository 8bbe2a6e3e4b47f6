import type { Project } from "@kanban/domain/entities";
import type { BoardId, ProjectId, TaskId } from "@kanban/domain/ids";
import type { ApiTx } from "../context.ts";

/** Reads a project and keeps others from giving it to a task, changing or removing it until the commit. */
export async function lockProject(tx: ApiTx, boardId: BoardId, projectId: ProjectId): Promise<Project | null> {
  const [project] = await tx.$queryRaw<Project[]>`
    SELECT id::text, name, color, desired_outcome AS "desiredOutcome", status
    FROM project WHERE id = ${projectId}::uuid AND board_id = ${boardId}::uuid FOR UPDATE`;
  return project ?? null;
}

/** Whether another project of the board has the name; the database folds case, because its unique index does. */
export async function isProjectNameTaken(
  tx: ApiTx,
  boardId: BoardId,
  projectId: ProjectId,
  name: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM project WHERE board_id = ${boardId}::uuid AND lower(name) = lower(${name}) AND id <> ${projectId}::uuid`;
  return rows.length > 0;
}

/** How many projects the board has. */
export async function countProjects(tx: ApiTx, boardId: BoardId): Promise<number> {
  return tx.project.count({ where: { boardId } });
}

/** Stores a new project; false when its id is taken. */
export async function insertProject(tx: ApiTx, boardId: BoardId, project: Project): Promise<boolean> {
  const { id, name, color, desiredOutcome, status } = project;
  // Only the id may be taken silently: a name that came in between is an error, and the mutation looks again.
  const inserted = await tx.$executeRaw`
    INSERT INTO project (id, board_id, name, color, desired_outcome, status)
    VALUES (${id}::uuid, ${boardId}::uuid, ${name}, ${color}, ${desiredOutcome}, ${status}) ON CONFLICT (id) DO NOTHING`;
  return inserted === 1;
}

/** Writes what changes of a project. */
export async function writeProject(
  tx: ApiTx,
  projectId: ProjectId,
  fields: Partial<Omit<Project, "id">>,
): Promise<void> {
  await tx.project.update({ where: { id: projectId }, data: fields, select: { id: true } });
}

/** Locks the tasks of a project, lowest id first: the order all writers take tasks in, before labels. */
export async function lockTasksOfProject(tx: ApiTx, boardId: BoardId, projectId: ProjectId): Promise<void> {
  await tx.$executeRaw`SELECT FROM task WHERE project_id = ${projectId}::uuid AND board_id = ${boardId}::uuid ORDER BY id FOR NO KEY UPDATE`;
}

/** Deletes a project and takes its tasks out of it; answers which those were. The caller holds its lock. */
export async function deleteProject(tx: ApiTx, projectId: ProjectId): Promise<{ id: TaskId }[]> {
  const tasks = await tx.$queryRaw<{ id: TaskId }[]>`
    UPDATE task SET project_id = NULL WHERE project_id = ${projectId}::uuid RETURNING id::text`;
  await tx.project.delete({ where: { id: projectId }, select: { id: true } });
  return tasks;
}
