import type { TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { z } from "zod";
import type { bulkActSchema } from "@kanban/domain/mutations";
import { showToast } from "../../../components/ui/toast.tsx";
import type { Asked } from "../../../sync/asked-change.ts";
import { undoMutations } from "../../undo/undo.ts";
import { announce } from "../state/announce.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { selectStrings } from "./select.strings.ts";

type Act = z.input<typeof bulkActSchema>;

let waiting: (() => void) | null = null;

/** Says what was done to several tasks, with the way back; over an open list of the bar only once that is closed. */
export function tellBulk(screen: BoardScreen, { mutationId }: Pick<Asked, "mutationId">, said: string): void {
  announce(screen, said);
  const bringBack = () => void undoMutations(screen.mutate, screen.boardId, [mutationId]);
  const show = () => void showToast(said, { actions: [{ label: selectStrings.undo, run: bringBack }] });
  waiting?.();
  waiting = null;
  const isFree = () => screen.store.get().bulkPanel === null;
  if (isFree()) {
    show();
    return;
  }
  const stop = screen.store.subscribe(() => {
    if (!isFree()) return;
    stop();
    waiting = null;
    show();
  });
  waiting = stop;
}

/** True when so many tasks can be changed at once; says so when they cannot. */
export function fitsBulk(taskIds: readonly TaskId[]): boolean {
  const isFit = taskIds.length <= limits.bulkTasks;
  if (!isFit) showToast(selectStrings.tooMany(limits.bulkTasks), { id: "bulk", tone: "danger" });
  return isFit;
}

/** One act on several tasks, told with the way back; false when it was refused. */
export function bulk(screen: BoardScreen, taskIds: readonly TaskId[], act: Act, said: string): boolean {
  if (taskIds.length === 0 || !fitsBulk(taskIds)) return false;
  const asked = screen.mutate("task.bulk", { taskIds: [...taskIds], do: act });
  if (asked.refused) return false;
  tellBulk(screen, asked, said);
  return true;
}
