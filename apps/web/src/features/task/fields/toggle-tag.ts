import type { Tag } from "@kanban/domain/entities";
import { type TaskInHand, toggled } from "./choices/field-choice.ts";

/** The tags as they are listed everywhere: by name. The first nine have the digits for keys. */
export function tagsByName(tags: TaskInHand["view"]["tags"]): Tag[] {
  return Object.values<Tag>(tags).toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Adds or takes off the tag that stands at a place in the list; `false` when there is none. */
export function toggleTag({ view, task, mutate }: TaskInHand, place: number): void | false {
  const tag = tagsByName(view.tags)[place - 1];
  if (!tag) return false;
  mutate("task.update", { taskId: task.id, tagIds: toggled(task.tagIds, tag.id) });
}
