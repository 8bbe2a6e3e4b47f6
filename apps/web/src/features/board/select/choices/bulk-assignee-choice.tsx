import type { Member } from "@kanban/domain/entities";
import type { UserId } from "@kanban/domain/ids";
import { Avatar } from "../../../../components/ui/avatar.tsx";
import type { FieldChoice } from "../../../task/fields/choices/field-choice.ts";
import { bulk } from "../bulk.ts";
import { selectedIds } from "../select.ts";
import { selectStrings } from "../select.strings.ts";
import { sharedLabels } from "./shared.ts";
import type { TasksInHand } from "./tasks-in-hand.ts";

const { actions, done } = selectStrings;

/** Who the tasks are assigned to. */
export function bulkAssigneeChoice({ screen, view: { members }, tasks }: TasksInHand): FieldChoice<UserId> {
  const { chosen, partly } = sharedLabels(tasks, (task) => task.assigneeIds);
  return {
    label: actions.assign,
    placeholder: selectStrings.findPerson,
    options: Object.values<Member>(members).map(({ userId, name }) => ({
      id: userId,
      name,
      icon: <Avatar id={userId} name={name} labelled={false} />,
    })),
    chosen,
    partly,
    closesOnChoice: false,
    onToggle: (userId) => {
      const ids = selectedIds(screen);
      const isOn = !chosen.includes(userId);
      const said = (isOn ? done.added : done.removed)(ids.length, members[userId]?.name ?? "");
      bulk(screen, ids, { kind: "update", [isOn ? "addAssigneeIds" : "removeAssigneeIds"]: [userId] }, said);
    },
    onCreate: null,
  };
}
