import type { TaskCard } from "@kanban/domain/entities";
import type { BoardId } from "@kanban/domain/ids";
import { showToast } from "../../components/ui/toast.tsx";
import type { Mutate } from "../../sync/asked-change.ts";
import { undoMutations } from "../undo/undo.ts";
import { leaveStrings } from "./leave.strings.ts";

/** Archives a task or puts it into the trash, with a toast that brings it back to its place; false when refused. */
export function leaveTask(
  mutate: Mutate,
  boardId: BoardId,
  task: TaskCard,
  way: "task.archive" | "task.remove",
): boolean {
  const { mutationId, refused } = mutate(way, { taskId: task.id });
  if (refused) return false;
  const said = way === "task.archive" ? leaveStrings.archived(task.title) : leaveStrings.trashed(task.title);
  const bringBack = () => void undoMutations(mutate, boardId, [mutationId]);
  showToast(said, { actions: [{ label: leaveStrings.undo, run: bringBack }] });
  return true;
}
