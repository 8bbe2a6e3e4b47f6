import type { TaskId } from "@kanban/domain/ids";
import { showToast } from "../../../components/ui/toast.tsx";
import { requestFocus } from "../focus/request-focus.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { filterStrings } from "./filter.strings.ts";
import { matcherOf } from "./matcher-of.ts";
import { clearFilter } from "./set-filter.ts";

/** Says so when a task that was just created or moved is not shown: otherwise it would seem to be lost. */
export function tellIfHidden(screen: BoardScreen, taskId: TaskId): void {
  const { query } = screen.store.get();
  const view = screen.view();
  const task = view.tasks[taskId];
  if (query === "" || !task || matcherOf(view, query)(task)) return;
  const show = () => {
    clearFilter(screen);
    requestFocus(screen, taskId);
  };
  showToast(filterStrings.hidden(task.title), {
    id: "hidden-by-filter",
    actions: [{ label: filterStrings.show, run: show }],
  });
}
