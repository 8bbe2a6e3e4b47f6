import { applyChange } from "@kanban/domain/apply-change";
import type { Change } from "@kanban/domain/change";
import type { ChecklistItem, TaskCard, TaskDetail } from "@kanban/domain/entities";
import type { ChecklistItemId, ColumnId, MutationId, TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { type Mutation, mutationInputs } from "@kanban/domain/mutations";
import { planMutation } from "@kanban/domain/plan-mutation";
import { evenRanks } from "@kanban/domain/rank";
import { planUndo } from "@kanban/domain/undo/plan-undo";
import { expect, test, vi } from "vitest";
import { applyWithBodies } from "../../sync/apply-with-bodies.ts";
import type { Mutate } from "../../sync/asked-change.ts";
import { modelBoard, modelBoardId as boardId, modelId } from "../../sync/model/model-board.ts";
import { duplicateTask } from "./duplicate-task.ts";

vi.mock("../../components/ui/toast.tsx", () => ({ showToast: () => "" }));

const now = "2026-11-28T12:00:00.000Z";

test("a copy has the whole checklist, unticked and in order, and one undo takes it back", () => {
  let view = modelBoard();
  const asked: MutationId[] = [];
  let changes: Change[] = [];
  const mutate: Mutate = (name, fields) => {
    const mutationId = modelId<MutationId>(3, asked.length);
    const input = mutationInputs[name].parse({ ...fields, boardId, mutationId });
    changes = planMutation(view, { name, input } as Mutation, now);
    view = changes.reduce(applyWithBodies, view);
    asked.push(mutationId);
    return { mutationId, refused: null };
  };
  const taskId = modelId<TaskId>(4, 0);
  mutate("task.create", { taskId, columnId: modelId<ColumnId>(2, 0), title: "Pack" });
  const task = view.tasks[taskId] as TaskCard;
  const items = evenRanks(limits.checklistItemsPerTask).map((rank, index): ChecklistItem => ({
    id: modelId<ChecklistItemId>(5, index),
    text: `${index}`,
    isDone: true,
    rank,
  }));
  asked.length = 0;
  duplicateTask(mutate, task, { ...view.details[taskId], notes: "", checklist: items } as TaskDetail, () => {});
  expect(asked).toHaveLength(1);
  const copy = Object.values(view.tasks).find(({ id }) => id !== taskId);
  expect(copy).toMatchObject({ title: "Pack", checklistTotal: items.length, checklistDone: 0 });
  expect(view.details[copy!.id]?.checklist.map(({ text }) => text)).toEqual(items.map(({ text }) => text));
  const undone = planUndo(view, changes, now).reduce(applyChange, view);
  expect(Object.keys(undone.tasks)).toEqual([taskId]);
});
