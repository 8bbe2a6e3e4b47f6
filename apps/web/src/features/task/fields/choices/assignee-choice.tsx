import type { Member } from "@kanban/domain/entities";
import type { UserId } from "@kanban/domain/ids";
import { Avatar } from "../../../../components/ui/avatar.tsx";
import { taskStrings } from "../../task.strings.ts";
import { type FieldChoice, type TaskInHand, toggled } from "./field-choice.ts";

/** Who does a task: members of its board. */
export function assigneeChoice({ view, task, mutate }: TaskInHand): FieldChoice<UserId> {
  return {
    label: taskStrings.fields.assignees,
    placeholder: taskStrings.fields.find.assignees,
    options: Object.values<Member>(view.members).map(({ userId, name }) => ({
      id: userId,
      name,
      icon: <Avatar id={userId} name={name} labelled={false} />,
    })),
    chosen: task.assigneeIds,
    closesOnChoice: false,
    onToggle: (id) => mutate("task.update", { taskId: task.id, assigneeIds: toggled(task.assigneeIds, id) }),
    onCreate: null,
  };
}
