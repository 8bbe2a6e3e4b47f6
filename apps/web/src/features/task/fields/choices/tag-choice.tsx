import type { TagId } from "@kanban/domain/ids";
import { ColorDot } from "../../../../components/ui/tag.tsx";
import { newId } from "../../../../sync/new-id.ts";
import { asOneStep } from "../../../undo/undo-steps.ts";
import { taskStrings } from "../../task.strings.ts";
import { nextLabelColor } from "../next-label-color.ts";
import { tagsByName } from "../toggle-tag.ts";
import { type FieldChoice, type TaskInHand, toggled } from "./field-choice.ts";

/** The tags of a task. */
export function tagChoice({ view, task, mutate }: TaskInHand): FieldChoice<TagId> {
  const set = (tagIds: TagId[]) => mutate("task.update", { taskId: task.id, tagIds });
  const tags = tagsByName(view.tags);
  return {
    label: taskStrings.fields.tags,
    placeholder: taskStrings.fields.find.tags,
    options: tags.map(({ id, name, color }, index) => ({
      id,
      name,
      icon: <ColorDot color={color} />,
      // The key that does the same to a card without opening the list.
      keys: index < 9 ? String(index + 1) : undefined,
    })),
    chosen: task.tagIds,
    closesOnChoice: false,
    onToggle: (id) => set(toggled(task.tagIds, id)),
    onCreate: (typed) => {
      const tagId = newId<TagId>();
      const name = typed.replace(/^#/u, "").trim();
      const color = nextLabelColor(tags.map((each) => each.color));
      if (name === "") return;
      asOneStep("tag.create", () => {
        if (!mutate("tag.create", { tagId, name, color }).refused) set([...task.tagIds, tagId]);
      });
    },
  };
}
