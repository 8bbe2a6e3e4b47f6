import type { Context } from "@kanban/domain/entities";
import type { ContextId } from "@kanban/domain/ids";
import { newId } from "../../../../sync/new-id.ts";
import type { FieldChoice } from "../../../task/fields/choices/field-choice.ts";
import { asOneStep } from "../../../undo/undo-steps.ts";
import { bulk } from "../bulk.ts";
import { selectedIds } from "../select.ts";
import { selectStrings } from "../select.strings.ts";
import { sharedLabels } from "./shared.ts";
import type { TasksInHand } from "./tasks-in-hand.ts";

const { actions, find, done } = selectStrings;

/** Contexts: what all have is taken off, anything else is added to all. */
export function bulkContextChoice({ screen, view, tasks }: TasksInHand): FieldChoice<ContextId> {
  const { chosen, partly } = sharedLabels(tasks, (task) => task.contextIds);
  const set = (contextId: ContextId, isOn: boolean) => {
    const ids = selectedIds(screen);
    const name = `@${screen.view().contexts[contextId]?.name ?? ""}`;
    const said = (isOn ? done.added : done.removed)(ids.length, name);
    bulk(screen, ids, { kind: "update", [isOn ? "addContextIds" : "removeContextIds"]: [contextId] }, said);
  };
  const at = <span className="text-ink-3">@</span>;
  return {
    label: actions.contexts,
    placeholder: find.contexts,
    options: Object.values<Context>(view.contexts).map(({ id, name }) => ({ id, name, icon: at })),
    chosen,
    partly,
    closesOnChoice: false,
    onToggle: (id) => set(id, !chosen.includes(id)),
    onCreate: (typed) => {
      const contextId = newId<ContextId>();
      const name = typed.replace(/^@/u, "").trim();
      if (name === "") return;
      asOneStep("task.bulk", () => {
        if (!screen.mutate("context.create", { contextId, name }).refused) set(contextId, true);
      });
    },
  };
}
