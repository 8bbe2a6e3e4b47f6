import type { TaskId } from "@kanban/domain/ids";
import { requestFocus } from "../focus/request-focus.ts";
import { leaveBoard } from "../move/leave-board.ts";
import { boardOrder } from "../state/board-order.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { bulk } from "./bulk.ts";
import { selectStrings } from "./select.strings.ts";

/** Archives tasks or puts them into the trash, with one toast to undo; the focus goes to the next one that stays. */
export function leaveBoardTogether(
  screen: BoardScreen,
  taskIds: readonly TaskId[],
  way: "task.archive" | "task.remove",
): void {
  const [only, ...more] = taskIds;
  if (!only) return;
  if (more.length === 0) {
    leaveBoard(screen, only, way);
    return;
  }
  const column = boardOrder(screen.view(), screen.store.get().query).find((one) => one.taskIds.includes(only));
  const shown = column?.taskIds ?? [];
  const stays = (id: TaskId) => !taskIds.includes(id);
  const next = shown.slice(shown.indexOf(only)).find(stays) ?? shown.findLast(stays);
  const { archived, trashed } = selectStrings.done;
  const isArchived = way === "task.archive";
  const said = (isArchived ? archived : trashed)(taskIds.length);
  if (bulk(screen, taskIds, { kind: isArchived ? "archive" : "remove" }, said) && next) requestFocus(screen, next);
}
