"use client";

import { UserRound } from "lucide-react";
import type { Member } from "@kanban/domain/entities";
import type { UserId } from "@kanban/domain/ids";
import { Avatar } from "../../../../components/ui/avatar.tsx";
import { useBoardPart, useScreen } from "../../state/screen.tsx";
import { bulk } from "../bulk.ts";
import { selectedIds } from "../select.ts";
import { selectStrings } from "../select.strings.ts";
import { ListAction } from "./list-action.tsx";
import { sharedLabels, useSelectedTasks } from "./use-selected-tasks.ts";

const { actions, done } = selectStrings;

/** Who the tasks are assigned to. */
export function AssignAction() {
  const screen = useScreen();
  const members = useBoardPart((view) => view.members);
  const { all, some } = sharedLabels(useSelectedTasks(), (task) => task.assigneeIds);
  const toggle = (userId: UserId) => {
    const ids = selectedIds(screen);
    const isOn = !all.includes(userId);
    const said = (isOn ? done.added : done.removed)(ids.length, members[userId]?.name ?? "");
    bulk(screen, ids, { kind: "update", [isOn ? "addAssigneeIds" : "removeAssigneeIds"]: [userId] }, said);
  };
  return (
    <ListAction
      panel="assign"
      icon={<UserRound size={15} />}
      label={actions.assign}
      placeholder={selectStrings.findPerson}
      options={Object.values<Member>(members).map(({ userId, name }) => ({
        id: userId,
        name,
        icon: <Avatar id={userId} name={name} labelled={false} />,
      }))}
      all={all}
      some={some}
      onToggle={toggle}
    />
  );
}
