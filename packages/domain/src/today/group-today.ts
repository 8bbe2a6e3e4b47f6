import type { TodayTask } from "./list-today.ts";

export const todayGroupings = ["context", "board", "project"] as const;
export type TodayGrouping = (typeof todayGroupings)[number];

/** A heading and the tasks below it; `name` is `null` for those that have none. */
export type TodayGroup = { key: string; name: string | null; tasks: TodayTask[] };

function placeOf({ view, task, contexts }: TodayTask, by: TodayGrouping): { key: string; name: string | null } {
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
export function groupToday(tasks: readonly TodayTask[], by: TodayGrouping): TodayGroup[] {
  const groups = new Map<string, TodayGroup>();
  for (const each of tasks) {
    const { key, name } = placeOf(each, by);
    const group = groups.get(key);
    if (group) group.tasks.push(each);
    else groups.set(key, { key, name, tasks: [each] });
  }
  return [...groups.values()].sort((a, b) => Number(a.name === null) - Number(b.name === null));
}
