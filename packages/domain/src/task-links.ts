import type { BoardView } from "./board-view.ts";
import type { TaskCard, TaskLink } from "./entities.ts";
import type { TaskId } from "./ids.ts";

/** The links of one task; a task that is archived or in the trash does not show in them. */
export type LinksOfTask = {
  blockedBy: { link: TaskLink; task: TaskCard }[];
  blocks: { link: TaskLink; task: TaskCard }[];
  relatesTo: { link: TaskLink; task: TaskCard }[];
};

/** What is linked to a task, as its panel lists it. */
export function linksOfTask(view: Pick<BoardView, "links" | "tasks">, taskId: TaskId): LinksOfTask {
  const found: LinksOfTask = { blockedBy: [], blocks: [], relatesTo: [] };
  for (const link of Object.values<TaskLink>(view.links)) {
    if (link.fromId !== taskId && link.toId !== taskId) continue;
    const task = view.tasks[link.fromId === taskId ? link.toId : link.fromId];
    if (!task) continue;
    const group = link.kind === "relates" ? found.relatesTo : link.fromId === taskId ? found.blocks : found.blockedBy;
    group.push({ link, task });
  }
  return found;
}

// Every card asks for its number whenever a task changes: the blockers of the board are sorted out once per `links`.
const grouped = new WeakMap<BoardView["links"], ReadonlyMap<TaskId, readonly TaskId[]>>();

function blockersByTask(links: BoardView["links"]): ReadonlyMap<TaskId, readonly TaskId[]> {
  const known = grouped.get(links);
  if (known) return known;
  const blockers = new Map<TaskId, TaskId[]>();
  for (const { kind, fromId, toId } of Object.values<TaskLink>(links)) {
    if (kind === "blocks") blockers.set(toId, [...(blockers.get(toId) ?? []), fromId]);
  }
  grouped.set(links, blockers);
  return blockers;
}

/** How many unfinished tasks on the board block this one. */
export function openBlockers(view: Pick<BoardView, "links" | "tasks">, taskId: TaskId): number {
  const blockers = blockersByTask(view.links).get(taskId) ?? [];
  return blockers.filter((id) => view.tasks[id] && view.tasks[id].finishedAt === null).length;
}
