import { orderedColumns } from "@kanban/domain/board-view";
import type { BoardView } from "@kanban/domain/board-view";
import type { ProjectStatus } from "@kanban/domain/entities";
import type { ProjectId, TaskId } from "@kanban/domain/ids";
import type { ListedProject } from "@kanban/domain/lists/list-projects";
import { newId } from "../../../sync/new-id.ts";
import { asOneStep } from "../../undo/undo-steps.ts";
import { listsStrings } from "../lists.strings.ts";
import type { RowActs } from "../use-list-acts.tsx";
import { showToast } from "../../../components/ui/toast.tsx";
import { projectsStrings } from "./projects.strings.ts";

/** Adds what is to be done next for a project, at the end of its board's next actions. */
export function addNextAction(view: BoardView, projectId: ProjectId, title: string, acts: RowActs): boolean {
  const boardId = view.board.id;
  const column = orderedColumns(view).find(({ kind }) => kind === "next");
  if (!column) {
    showToast(listsStrings.noColumn.next(view.board.name), { tone: "danger" });
    return false;
  }
  const taskId = newId<TaskId>();
  const mutate = acts.mutateOn(boardId);
  const ask = (overrideWip?: { reason: string }) =>
    mutate("task.create", { taskId, columnId: column.id, title, projectId, overrideWip });
  const asked = ask();
  if (asked.refused?.code === "WIP_REASON_REQUIRED") {
    acts.askRoom({ boardId, mutate, question: { columnId: column.id, entering: [], ask, onDone: () => {} } });
    return true;
  }
  return acts.say(boardId, asked, projectsStrings.added(title));
}

/** Gives a project another status. */
export function setStatus({ view, project }: ListedProject, status: ProjectStatus, acts: RowActs): void {
  const boardId = view.board.id;
  const asked = acts.mutateOn(boardId)("project.update", { projectId: project.id, status });
  acts.say(boardId, asked, projectsStrings.became[status](project.name));
}

/** A new project with its first next action, if one was named: one step of undo. */
export function createProject(
  view: BoardView,
  typed: { name: string; desiredOutcome: string; firstAction: string },
  acts: RowActs,
): void {
  const boardId = view.board.id;
  const projectId = newId<ProjectId>();
  const asked = asOneStep(projectsStrings.createStep, () => {
    const { name, desiredOutcome } = typed;
    const created = acts.mutateOn(boardId)("project.create", { projectId, name, desiredOutcome });
    if (!created.refused && typed.firstAction !== "") addNextAction(view, projectId, typed.firstAction, acts);
    return created;
  });
  acts.say(boardId, asked, projectsStrings.created(typed.name));
}
