import type { Context } from "@kanban/domain/entities";
import type { ContextId } from "@kanban/domain/ids";
import { newId } from "../../../../sync/new-id.ts";
import { asOneStep } from "../../../undo/undo-steps.ts";
import { taskStrings } from "../../task.strings.ts";
import { type FieldChoice, type TaskInHand, toggled } from "./field-choice.ts";

/** The contexts of a task, such as @phone. */
export function contextChoice({ view, task, mutate }: TaskInHand): FieldChoice<ContextId> {
  const set = (contextIds: ContextId[]) => mutate("task.update", { taskId: task.id, contextIds });
  return {
    label: taskStrings.fields.contexts,
    placeholder: taskStrings.fields.find.contexts,
    options: Object.values<Context>(view.contexts).map(({ id, name }) => ({
      id,
      name,
      icon: <span className="text-ink-3">@</span>,
    })),
    chosen: task.contextIds,
    closesOnChoice: false,
    onToggle: (id) => set(toggled(task.contextIds, id)),
    onCreate: (typed) => {
      const contextId = newId<ContextId>();
      const name = typed.replace(/^@/u, "").trim();
      if (name === "") return;
      asOneStep("context.create", () => {
        if (!mutate("context.create", { contextId, name }).refused) set([...task.contextIds, contextId]);
      });
    },
  };
}
