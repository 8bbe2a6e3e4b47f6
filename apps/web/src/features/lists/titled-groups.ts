import type { TaskGroup, TaskGrouping } from "@kanban/domain/lists/group-tasks";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { listsStrings } from "./lists.strings.ts";
import type { ShownGroup } from "./task-groups.tsx";

/** Groups with their headings. */
export function titledGroups<Entry extends ListedTask>(
  groups: readonly TaskGroup<Entry>[],
  by: TaskGrouping,
): ShownGroup<Entry>[] {
  return groups.map(({ key, name, tasks }) => ({
    key,
    title: name === null ? listsStrings.noGroup[by] : by === "context" ? `@${name.replace(/^@/u, "")}` : name,
    context: by === "context" ? name : null,
    tasks,
  }));
}
