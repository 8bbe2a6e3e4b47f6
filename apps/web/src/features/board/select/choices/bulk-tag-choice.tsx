import type { Tag } from "@kanban/domain/entities";
import type { TagId } from "@kanban/domain/ids";
import { ColorDot } from "../../../../components/ui/tag.tsx";
import { newId } from "../../../../sync/new-id.ts";
import type { FieldChoice } from "../../../task/fields/choices/field-choice.ts";
import { nextLabelColor } from "../../../task/fields/next-label-color.ts";
import { asOneStep } from "../../../undo/undo-steps.ts";
import { bulk } from "../bulk.ts";
import { selectedIds } from "../select.ts";
import { selectStrings } from "../select.strings.ts";
import { sharedLabels } from "./shared.ts";
import type { TasksInHand } from "./tasks-in-hand.ts";

const { actions, find, done } = selectStrings;

/** Tags: what all have is taken off, anything else is added to all. */
export function bulkTagChoice({ screen, view, tasks }: TasksInHand): FieldChoice<TagId> {
  const { chosen, partly } = sharedLabels(tasks, (task) => task.tagIds);
  const list = Object.values<Tag>(view.tags);
  const set = (tagId: TagId, isOn: boolean) => {
    const ids = selectedIds(screen);
    const name = `#${screen.view().tags[tagId]?.name ?? ""}`;
    const said = (isOn ? done.added : done.removed)(ids.length, name);
    bulk(screen, ids, { kind: "update", [isOn ? "addTagIds" : "removeTagIds"]: [tagId] }, said);
  };
  return {
    label: actions.tags,
    placeholder: find.tags,
    options: list.map(({ id, name, color }) => ({ id, name, icon: <ColorDot color={color} /> })),
    chosen,
    partly,
    closesOnChoice: false,
    onToggle: (id) => set(id, !chosen.includes(id)),
    onCreate: (typed) => {
      const tagId = newId<TagId>();
      const name = typed.replace(/^#/u, "").trim();
      if (name === "") return;
      asOneStep("task.bulk", () => {
        const color = nextLabelColor(list.map((tag) => tag.color));
        if (!screen.mutate("tag.create", { tagId, name, color }).refused) set(tagId, true);
      });
    },
  };
}
