"use client";

import { Hourglass } from "lucide-react";
import { groupWaiting, listWaiting } from "@kanban/domain/lists/list-waiting";
import { frameStrings } from "../../frame/frame.strings.ts";
import { backAct } from "../back-act.tsx";
import { ListFrame } from "../list-frame.tsx";
import { deferActs } from "../start-and-defer-acts.tsx";
import { TaskGroups } from "../task-groups.tsx";
import { useListActs } from "../use-list-acts.tsx";
import { useList } from "../use-list.ts";
import { FollowUpNote } from "./follow-up-note.tsx";
import { waitingActs } from "./waiting-acts.tsx";
import { waitingStrings } from "./waiting.strings.ts";

/** What others are to do, by person. */
export function WaitingScreen() {
  const list = useList(listWaiting);
  const { acts, dialogs } = useListActs();
  const { entries, now } = list;
  const late = entries.filter(({ followUp }) => followUp === "overdue" || followUp === "today").length;
  const groups = groupWaiting(entries).map(({ key, name, tasks }) => ({
    key,
    title: name ?? waitingStrings.nobody,
    tasks,
  }));
  return (
    <>
      <ListFrame
        title={frameStrings.listNames.waiting}
        list={list}
        counts={waitingStrings.counts(entries.length, late)}
        empty={{
          icon: <Hourglass size={18} aria-hidden />,
          title: waitingStrings.emptyTitle,
          text: waitingStrings.emptyText,
        }}
      >
        <TaskGroups
          groups={groups}
          now={now}
          rows={{
            commands: ["row-nudge", "row-activate", "row-inbox", "row-defer"],
            onFinish: (entry) => void acts.finish(entry),
            renderNote: (entry) => <FollowUpNote entry={entry} now={now} />,
            actsOf: (entry) => [
              ...waitingActs(entry, acts, now),
              // In the menu only: asking again is what a wait is for.
              deferActs(entry, acts, now).map(({ name: _name, ...act }) => act),
              backAct(entry, acts, now),
            ],
          }}
        />
      </ListFrame>
      {dialogs}
    </>
  );
}
