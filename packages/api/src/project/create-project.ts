import type { BoardId, ProjectId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { MutationInput } from "@kanban/domain/mutations";
import { planProjectCreate } from "@kanban/domain/plan-label";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext, ApiTx } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { countProjects, insertProject, isProjectNameTaken } from "./project.repository.ts";

/** Refuses a new project whose name the board has (NAME_TAKEN) or that would be one too many. */
export async function admitProject(
  tx: ApiTx,
  boardId: BoardId,
  { projectId, name }: { projectId: ProjectId; name: string },
): Promise<void> {
  if (await isProjectNameTaken(tx, boardId, projectId, name)) refuse("NAME_TAKEN", { name });
  // Not locked: a cap of this size may be passed by the few that arrive in the same instant.
  const limit = limits.projectsPerBoard;
  if ((await countProjects(tx, boardId)) >= limit) refuse("LIMIT_REACHED", { limit });
}

/** Adds a project to the board; NAME_TAKEN when it has one of that name, whatever its case. */
export function createProject(ctx: ActorContext, input: MutationInput<"project.create">) {
  return mutateBoard(ctx, "project.create", input, async ({ tx, boardId }) => {
    await admitProject(tx, boardId, input);
    const change = planProjectCreate(input);
    if (!(await insertProject(tx, boardId, change.payload.project))) refuse("ID_TAKEN");
    return [change];
  });
}
