import { mutationInputs } from "@kanban/domain/mutations";
import { protectedProcedure, router } from "../trpc.ts";
import { archiveTask } from "./archive-task.ts";
import { bulkTasks } from "./bulk/bulk-tasks.ts";
import { createTask } from "./create-task.ts";
import { getTask, getTaskInput } from "./get-task.ts";
import { activityInput, listActivity } from "./list-activity.ts";
import { clarifyTask } from "./clarify-task.ts";
import { mergeTask } from "./merge-task.ts";
import { moveTask } from "./move-task.ts";
import { removeTask } from "./remove-task.ts";
import { restoreTask } from "./restore-task.ts";
import { turnTaskIntoItem } from "./task-to-checklist-item.ts";
import { updateTask } from "./update-task.ts";

export const taskRouter = router({
  get: protectedProcedure.input(getTaskInput).query(({ ctx, input }) => getTask(ctx, input)),
  activity: protectedProcedure.input(activityInput).query(({ ctx, input }) => listActivity(ctx, input)),
  create: protectedProcedure.input(mutationInputs["task.create"]).mutation(({ ctx, input }) => createTask(ctx, input)),
  update: protectedProcedure.input(mutationInputs["task.update"]).mutation(({ ctx, input }) => updateTask(ctx, input)),
  move: protectedProcedure.input(mutationInputs["task.move"]).mutation(({ ctx, input }) => moveTask(ctx, input)),
  archive: protectedProcedure
    .input(mutationInputs["task.archive"])
    .mutation(({ ctx, input }) => archiveTask(ctx, input)),
  remove: protectedProcedure.input(mutationInputs["task.remove"]).mutation(({ ctx, input }) => removeTask(ctx, input)),
  restore: protectedProcedure
    .input(mutationInputs["task.restore"])
    .mutation(({ ctx, input }) => restoreTask(ctx, input)),
  clarify: protectedProcedure
    .input(mutationInputs["task.clarify"])
    .mutation(({ ctx, input }) => clarifyTask(ctx, input)),
  merge: protectedProcedure.input(mutationInputs["task.merge"]).mutation(({ ctx, input }) => mergeTask(ctx, input)),
  bulk: protectedProcedure.input(mutationInputs["task.bulk"]).mutation(({ ctx, input }) => bulkTasks(ctx, input)),
  toChecklistItem: protectedProcedure
    .input(mutationInputs["task.toChecklistItem"])
    .mutation(({ ctx, input }) => turnTaskIntoItem(ctx, input)),
});
