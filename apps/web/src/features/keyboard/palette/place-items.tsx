import type { BoardView } from "@kanban/domain/board-view";
import { orderedColumns, orderedViews } from "@kanban/domain/board-view";
import type { TaskCard } from "@kanban/domain/entities";
import type { BoardId } from "@kanban/domain/ids";
import { ColumnIcon } from "../../board/column/column-icon.tsx";
import { boardPath } from "../../boards/board-path.ts";
import type { BoardSummary } from "../../boards/use-boards.ts";
import { openTaskAt, taskPath } from "../../task/task-location.ts";
import { handlersOf } from "../mounted-commands.ts";
import type { PaletteItem } from "./palette-item.ts";
import { paletteStrings } from "./palette.strings.ts";

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

/** The columns a task can go to. The board's own screen moves it and asks for a reason where one is needed. */
export function columnItems(view: BoardView, task: TaskCard): PaletteItem[] {
  const [move] = handlersOf("move-to", "screen");
  if (!move) return [];
  return orderedColumns(view)
    .filter(({ id }) => id !== task.columnId)
    .map((column) => ({
      key: `column:${column.id}`,
      title: paletteStrings.moveTo(column.name),
      icon: <ColumnIcon kind={column.kind} />,
      group: task.title,
      onlyFound: true,
      run: () => void move({ keys: "", move: { taskId: task.id, columnId: column.id } }),
    }));
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
