import type { TaskId } from "@kanban/domain/ids";
import { tagsByName, toggleTag } from "../../task/fields/toggle-tag.ts";
import { strings } from "../board.strings.ts";
import { announce } from "../state/announce.ts";
import type { BoardScreen } from "../state/screen.tsx";

/** Adds or takes off the tag at a place in the list of tags, and says so; `false` when there is none. */
export function toggleCardTag(screen: BoardScreen, taskId: TaskId, place: number): void | false {
  const view = screen.view();
  const task = view.tasks[taskId];
  const tag = tagsByName(view.tags)[place - 1];
  if (!task || !tag || toggleTag({ view, task, mutate: screen.mutate }, place) === false) return false;
  const say = task.tagIds.includes(tag.id) ? strings.card.untagged : strings.card.tagged;
  announce(screen, say(tag.name, task.title));
}
