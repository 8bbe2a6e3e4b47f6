import { tasksInColumn } from "@kanban/domain/board-view";
import type { CaptureValues } from "@kanban/domain/capture-syntax/capture-values";
import type { OutlineItem } from "@kanban/domain/capture-syntax/read-outline";
import type { ChecklistItemId, ColumnId, TaskId } from "@kanban/domain/ids";
import { DomainError } from "@kanban/domain/refusal";
import { admit, needColumn } from "@kanban/domain/view-lookup";
import { newId } from "../../../sync/new-id.ts";
import { asOneStep } from "../../undo/undo-steps.ts";
import { tellIfHidden } from "../filter/tell-if-hidden.ts";
import { attempt, type Outcome } from "../move/attempt.ts";
import type { BoardScreen } from "../state/screen.tsx";
import type { ComposerEdge } from "../state/screen-state.ts";
import { ensureLabels } from "./ensure-labels.ts";
import { givenByLane } from "./given-by-lane.ts";

/** A task as quick add has understood it. */
export type NewTask = { title: string; values: CaptureValues; notes: string; items: readonly OutlineItem[] };
type Place = {
  columnId: ColumnId;
  edge: ComposerEdge;
  lastAdded?: TaskId | null;
  /** The lane it is added in. */
  lane?: string | undefined;
};

/** Creates one task, with the labels that are new in the same act; `onDone` gets its id, which can be used at once. */
export function createTask(
  screen: BoardScreen,
  task: NewTask,
  place: Place,
  onDone: (taskId: TaskId) => void,
): Outcome {
  const taskId = newId<TaskId>();
  const { columnId } = place;
  const { title, notes, values } = task;
  const checklist = task.items.map((item) => ({ itemId: newId<ChecklistItemId>(), ...item }));
  const fields = {
    ...{ taskId, columnId, title },
    ...(notes === "" ? {} : { notes }),
    ...(checklist.length === 0 ? {} : { checklist }),
    ...(values.priority === null ? {} : { priority: values.priority }),
    ...(values.estimateMinutes === null ? {} : { estimateMinutes: values.estimateMinutes }),
    ...(values.dueAt === null ? {} : { dueAt: values.dueAt }),
    ...(values.deferUntil === null ? {} : { deferUntil: values.deferUntil }),
  };
  return attempt(
    screen,
    (overrideWip) =>
      asOneStep("task.create", () => {
        // A column that refuses the task shall not leave its new labels behind.
        const labels = isAdmitted(screen, columnId, overrideWip?.reason) ? ensureLabels(screen, values) : {};
        // When it is asked again, room has been made: the first of the column may be another.
        const anchors = anchorsOf(screen, place);
        const given = givenByLane(screen.view(), screen.store.get().grouping, place.lane, values);
        return screen.mutate("task.create", { ...fields, ...anchors, ...labels, ...given, overrideWip });
      }),
    () => {
      onDone(taskId);
      tellIfHidden(screen, taskId);
    },
  );
}

function isAdmitted(screen: BoardScreen, columnId: ColumnId, reason: string | undefined): boolean {
  try {
    admit(screen.view(), needColumn(screen.view(), columnId), reason);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

function anchorsOf(screen: BoardScreen, { columnId, edge, lastAdded }: Place): { afterId?: TaskId; beforeId?: TaskId } {
  if (edge === "bottom") return {};
  if (lastAdded && screen.view().tasks[lastAdded]?.columnId === columnId) return { afterId: lastAdded };
  const first = tasksInColumn(screen.view(), columnId)[0];
  return first ? { beforeId: first.id } : {};
}
