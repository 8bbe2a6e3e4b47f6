import type { TaskId } from "@kanban/domain/ids";
import type { BoardScreen } from "../state/screen.tsx";

/** Gives the focus to a card, now or as soon as it is drawn. */
export function requestFocus({ store }: Pick<BoardScreen, "store">, taskId: TaskId): void {
  store.set({ focusRequest: taskId });
}
