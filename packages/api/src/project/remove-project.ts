import type { MutationInput } from "@kanban/domain/mutations";
import { planProjectRemove } from "@kanban/domain/plan-label";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { deleteProject, lockProject, lockTasksOfProject } from "./project.repository.ts";

/** Removes a project; its tasks stay, in no project. */
export function removeProject(ctx: ActorContext, input: MutationInput<"project.remove">) {
  return mutateBoard(ctx, "project.remove", input, async ({ tx, boardId }) => {
    await lockTasksOfProject(tx, boardId, input.projectId);
    const project = (await lockProject(tx, boardId, input.projectId)) ?? refuse("PROJECT_NOT_FOUND");
    return [planProjectRemove(project, await deleteProject(tx, project.id))];
  });
}
