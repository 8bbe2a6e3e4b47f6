import { orderedColumns } from "@kanban/domain/board-view";
import type { ColumnId } from "@kanban/domain/ids";
import { strings } from "../board.strings.ts";
import { announce } from "../state/announce.ts";
import type { BoardScreen } from "../state/screen.tsx";

/** Moves a column to `place` among the others, from the left; nothing happens where it already is. */
export function moveColumn(screen: BoardScreen, columnId: ColumnId, place: number): void {
  const columns = orderedColumns(screen.view());
  const current = columns.findIndex(({ id }) => id === columnId);
  const others = columns.filter(({ id }) => id !== columnId);
  const column = columns[current];
  if (!column || place === current || place < 0 || place > others.length) return;
  const afterId = others[place - 1]?.id ?? null;
  const beforeId = others[place]?.id ?? null;
  if (screen.mutate("column.move", { columnId, afterId, beforeId }).refused) return;
  announce(screen, strings.move.columnMoved(column.name, place + 1, columns.length));
}
