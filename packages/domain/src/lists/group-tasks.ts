import type { ListedTask } from "./listed-task.ts";

export const taskGroupings = ["context", "board", "project"] as const;
export type TaskGrouping = (typeof taskGroupings)[number];

/** A heading and the tasks below it; `name` is `null` for those that have none. */
export type TaskGroup<Task extends ListedTask = ListedTask> = { key: string; name: string | null; tasks: Task[] };

function placeOf({ view, task, contexts }: ListedTask, by: TaskGrouping): { key: string; name: string | null } {
  if (by === "board") return { key: view.board.id, name: view.board.name };
  if (by === "context") {
    const name = contexts[0] ?? null;
    // Two boards have a context each for the same place.
    return { key: name?.toLowerCase() ?? "", name };
  }
  const project = task.projectId ? view.projects[task.projectId] : undefined;
  return { key: project?.id ?? "", name: project?.name ?? null };
}

/** Tasks under headings, each once: groups in the order of their first task, those without a name at the end. */
export function groupTasks<Task extends ListedTask>(tasks: readonly Task[], by: TaskGrouping): TaskGroup<Task>[] {
  return groupTasksBy(tasks, (task) => placeOf(task, by));
}

/** As `groupTasks`, by any place a task may have. */
export function groupTasksBy<Task extends ListedTask>(
  tasks: readonly Task[],
  place: (task: Task) => { key: string; name: string | null },
): TaskGroup<Task>[] {
  const groups = new Map<string, TaskGroup<Task>>();
  for (const each of tasks) {
    const { key, name } = place(each);
    const group = groups.get(key);
    if (group) group.tasks.push(each);
    else groups.set(key, { key, name, tasks: [each] });
  }
  return [...groups.values()].sort((a, b) => Number(a.name === null) - Number(b.name === null));
}
