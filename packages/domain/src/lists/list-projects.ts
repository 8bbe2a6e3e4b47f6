import type { BoardView } from "../board-view.ts";
import type { ColumnKind } from "../column-kind.ts";
import type { Project, TaskCard } from "../entities.ts";
import type { ProjectId } from "../ids.ts";
import { compareToday } from "../today/list-today.ts";
import type { Now } from "../today/next-action.ts";
import { listOf } from "./list-of.ts";
import { type ListedTask, listTasks } from "./listed-task.ts";

/** A project with what its row shows. */
export type ListedProject = {
  view: BoardView;
  project: Project;
  /** What can be done for it now, started tasks among them. */
  next: ListedTask[];
  /** Tasks on the board that are not done, wherever they stand. */
  open: number;
  /** Tasks in a done column; archived ones are not on the board any more. */
  done: number;
  waiting: number;
  /** It is meant to move, and nothing does: no open task is next, in work or waited for. */
  isStalled: boolean;
};

const moving: ReadonlySet<ColumnKind> = new Set(["next", "doing", "waiting"]);

/** True when a task keeps its project in motion, be it put off for a while. */
function keepsMoving(task: TaskCard, kind: ColumnKind): boolean {
  return task.finishedAt === null && (moving.has(kind) || (task.waitingFor !== null && kind !== "done"));
}

/** The projects of these boards: stalled ones first, then by name. */
export function listProjects(views: readonly BoardView[], now: Now): ListedProject[] {
  return views
    .flatMap((view) => {
      const tasksOf = groupByProject(listTasks([view], now, ({ projectId }) => projectId !== null));
      return Object.values<Project>(view.projects).map((project) =>
        projectOf(view, project, tasksOf.get(project.id) ?? [], now),
      );
    })
    .sort(
      (a, b) =>
        Number(b.isStalled) - Number(a.isStalled) ||
        a.project.name.localeCompare(b.project.name) ||
        (a.project.id < b.project.id ? -1 : 1),
    );
}

function projectOf(view: BoardView, project: Project, tasks: readonly ListedTask[], now: Now): ListedProject {
  const inList = (task: ListedTask) => listOf(task.task, task, now);
  const open = tasks.filter(({ task, kind }) => task.finishedAt === null && kind !== "done");
  return {
    view,
    project,
    next: tasks.filter((task) => inList(task) === "next" || inList(task) === "doing").sort(compareToday),
    open: open.length,
    done: tasks.length - open.length,
    waiting: tasks.filter((task) => inList(task) === "waiting").length,
    isStalled: project.status === "active" && !open.some(({ task, kind }) => keepsMoving(task, kind)),
  };
}

function groupByProject(tasks: readonly ListedTask[]): Map<ProjectId, ListedTask[]> {
  const groups = new Map<ProjectId, ListedTask[]>();
  for (const listed of tasks) {
    const id = listed.task.projectId;
    if (id === null) continue;
    const group = groups.get(id);
    if (group) group.push(listed);
    else groups.set(id, [listed]);
  }
  return groups;
}
