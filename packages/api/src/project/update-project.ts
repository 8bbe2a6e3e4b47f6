import type { MutationInput } from "@kanban/domain/mutations";
import { planProjectUpdate } from "@kanban/domain/plan-label";
import { refuse } from "@kanban/domain/refusal";
import { defined } from "@kanban/domain/rows";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { isProjectNameTaken, lockProject, writeProject } from "./project.repository.ts";

/** Changes a project; NAME_TAKEN when another of the board has the new name. */
export function updateProject(ctx: ActorContext, input: MutationInput<"project.update">) {
  return mutateBoard(ctx, "project.update", input, async ({ tx, boardId }) => {
    const project = (await lockProject(tx, boardId, input.projectId)) ?? refuse("PROJECT_NOT_FOUND");
    const change = planProjectUpdate(project, input);
    if (!change) return [];
    const { name } = change.payload.after;
    if (name !== undefined && (await isProjectNameTaken(tx, boardId, project.id, name))) refuse("NAME_TAKEN", { name });
    await writeProject(tx, project.id, defined(change.payload.after));
    return [change];
  });
}
