import type { Change } from "@kanban/domain/change";
import { refuse } from "@kanban/domain/refusal";
import { isContextNameTaken } from "../context/context.repository.ts";
import type { BoardScope } from "../mutate-board.ts";
import { isProjectNameTaken } from "../project/project.repository.ts";
import { isTagNameTaken } from "../tag/tag.repository.ts";

/**
 * Refuses with NAME_TAKEN a change that would give a tag, a context or a project a name that another of its kind has to
 * the database: it folds letters the view's check does not (İ, a final ς), and its unique index has the last word.
 */
export async function checkLabelName({ tx, boardId }: BoardScope, change: Change): Promise<void> {
  const check = async <Id>(
    isTaken: (...of: [typeof tx, typeof boardId, Id, string]) => Promise<boolean>,
    id: Id,
    name?: string,
  ) => {
    if (name !== undefined && (await isTaken(tx, boardId, id, name))) refuse("NAME_TAKEN", { name });
  };
  switch (change.type) {
    case "tag.created":
      return check(isTagNameTaken, change.payload.tag.id, change.payload.tag.name);
    case "tag.updated":
      return check(isTagNameTaken, change.payload.tagId, change.payload.after.name);
    case "context.created":
      return check(isContextNameTaken, change.payload.context.id, change.payload.context.name);
    case "context.updated":
      return check(isContextNameTaken, change.payload.contextId, change.payload.after.name);
    case "project.created":
      return check(isProjectNameTaken, change.payload.project.id, change.payload.project.name);
    case "project.updated":
      return check(isProjectNameTaken, change.payload.projectId, change.payload.after.name);
    default:
  }
}
