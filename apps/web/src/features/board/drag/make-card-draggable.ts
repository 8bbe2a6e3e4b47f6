import { draggable } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { tasksInColumn } from "@kanban/domain/board-view";
import type { TaskId } from "@kanban/domain/ids";
import { actingOn } from "../select/select.ts";
import type { BoardScreen } from "../state/screen.tsx";
import type { DragData } from "./drag-data.ts";
import { drawPreview } from "./drag-preview.ts";

/** Makes a card draggable by mouse, and by long press where the browser drags by touch. */
export function makeCardDraggable(screen: BoardScreen, element: HTMLElement, taskId: TaskId): () => void {
  return draggable({
    element,
    getInitialData: () => ({ kind: "card", taskId }) satisfies DragData,
    onGenerateDragPreview: (args) => drawPreview(element, args, actingOn(screen, taskId).length),
    onDragStart: () => {
      const view = screen.view();
      const columnId = view.tasks[taskId]?.columnId;
      if (!columnId) return;
      const lane = element.closest<HTMLElement>("[data-lane]")?.dataset["lane"];
      const { laneHands } = screen.store.get();
      const ids =
        laneHands && lane !== undefined
          ? laneHands.grid().cell(lane, columnId)
          : tasksInColumn(view, columnId).map((task) => task.id);
      const carried = actingOn(screen, taskId);
      const beforeId = ids.slice(ids.indexOf(taskId) + 1).find((id) => !carried.includes(id)) ?? null;
      screen.store.set({
        lift: null,
        cardDrag: {
          taskId,
          taskIds: carried,
          height: element.offsetHeight,
          fromColumnId: columnId,
          fromLane: lane,
          fromColumnIds: [...new Set(carried.flatMap((id) => view.tasks[id]?.columnId ?? []))],
          over: { columnId, beforeId, lane },
        },
      });
    },
  });
}
