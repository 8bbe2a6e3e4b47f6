import { mutationInputs } from "@kanban/domain/mutations";
import { protectedProcedure, router } from "../trpc.ts";
import { turnItemIntoTask } from "./checklist-item-to-task.ts";
import { createChecklistItem } from "./create-checklist-item.ts";
import { moveChecklistItem } from "./move-checklist-item.ts";
import { removeChecklistItem } from "./remove-checklist-item.ts";
import { changeChecklistItem } from "./update-checklist-item.ts";

export const checklistItemRouter = router({
  create: protectedProcedure
    .input(mutationInputs["checklistItem.create"])
    .mutation(({ ctx, input }) => createChecklistItem(ctx, input)),
  update: protectedProcedure
    .input(mutationInputs["checklistItem.update"])
    .mutation(({ ctx, input }) => changeChecklistItem(ctx, input)),
  move: protectedProcedure
    .input(mutationInputs["checklistItem.move"])
    .mutation(({ ctx, input }) => moveChecklistItem(ctx, input)),
  remove: protectedProcedure
    .input(mutationInputs["checklistItem.remove"])
    .mutation(({ ctx, input }) => removeChecklistItem(ctx, input)),
  toTask: protectedProcedure
    .input(mutationInputs["checklistItem.toTask"])
    .mutation(({ ctx, input }) => turnItemIntoTask(ctx, input)),
});
