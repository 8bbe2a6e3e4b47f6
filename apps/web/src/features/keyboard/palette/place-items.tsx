import type { BoardView } from "@kanban/domain/board-view";
import { orderedColumns, orderedViews } from "@kanban/domain/board-view";
import type { TaskCard } from "@kanban/domain/entities";
import type { BoardId } from "@kanban/domain/ids";
import { ColumnIcon } from "../../board/column/column-icon.tsx";
import { selectStrings } from "../../board/select/select.strings.ts";
import { boardPath } from "../../boards/board-path.ts";
import type { BoardSummary } from "../../boards/use-boards.ts";
import { openTaskAt, taskPath } from "../../task/task-location.ts";
import { handlersOf } from "../mounted-commands.ts";
import type { MountedSelection } from "../mounted-selection.ts";
import type { PaletteItem } from "./palette-item.ts";
import { paletteStrings } from "./palette.strings.ts";
import type { Subject } from "./subject.ts";

/** The other boards. */
export function boardItems(
  boards: readonly BoardSummary[],
  boardId: BoardId | null,
  go: (path: string) => void,
): PaletteItem[] {
  return boards
    .filter(({ id }) => id !== boardId)
    .map(({ id, name, key }) => ({
      key: `board:${id}`,
      title: paletteStrings.goTo(name),
      note: key,
      group: paletteStrings.boards,
      run: () => go(boardPath(id)),
    }));
}

/** The columns the subject can go to. The board's own screen moves it and asks for a reason where one is needed. */
export function columnItems(view: BoardView, { tasks, title, isChosen }: Subject): PaletteItem[] {
  const [move] = handlersOf("move-to", "screen");
  if (!move) return [];
  return orderedColumns(view)
    .filter(({ id }) => tasks.some((task) => task.columnId !== id))
    .map((column) => ({
      key: `column:${column.id}`,
      title: isChosen ? paletteStrings.moveTogether(tasks.length, column.name) : paletteStrings.moveTo(column.name),
      icon: <ColumnIcon kind={column.kind} />,
      group: title,
      onlyFound: true,
      run: () => void move({ keys: "", move: { taskIds: tasks.map(({ id }) => id), columnId: column.id } }),
    }));
}

/** What can be done with the selection as such. */
export function selectionItems({ clear }: MountedSelection, { title }: Subject): PaletteItem[] {
  return [{ key: "selection:clear", title: selectStrings.clear, group: title, caps: [["Esc"]], run: clear }];
}

/** The views saved on the open board, while its own screen shows it. */
export function viewItems(view: BoardView): PaletteItem[] {
  const [open] = handlersOf("views", "screen");
  if (!open) return [];
  return orderedViews(view).map(({ id, name }) => ({
    key: `view:${id}`,
    title: paletteStrings.goToView(name),
    group: paletteStrings.views,
    run: () => void open({ keys: "", view: id }),
  }));
}

/** The tasks of the open board, by number and title. */
export function taskItems(view: BoardView): PaletteItem[] {
  return Object.values<TaskCard>(view.tasks).map((task) => ({
    key: `task:${task.id}`,
    title: task.title,
    note: task.number > 0 ? `${view.board.key}-${task.number}` : undefined,
    group: paletteStrings.tasks,
    onlyFound: true,
    isSentence: true,
    run: () => openTaskAt(taskPath(view.board.id, task) + location.search),
  }));
}
