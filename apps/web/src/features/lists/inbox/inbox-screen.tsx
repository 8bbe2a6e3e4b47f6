"use client";

import { Archive, Cloud, Inbox, ListChecks } from "lucide-react";
import { listInbox } from "@kanban/domain/lists/list-inbox";
import { groupTasks } from "@kanban/domain/lists/group-tasks";
import { AppLink } from "../../../components/ui/app-link.tsx";
import { buttonClass } from "../../../components/ui/button.tsx";
import { clarifyPath } from "../../clarify/clarify-path.ts";
import { frameStrings } from "../../frame/frame.strings.ts";
import { agoWords } from "../../task/moment-words.ts";
import { backAct } from "../back-act.tsx";
import { ListFrame } from "../list-frame.tsx";
import { nextAct } from "../next-act.tsx";
import { deferActs } from "../start-and-defer-acts.tsx";
import { TaskGroups } from "../task-groups.tsx";
import { useListActs } from "../use-list-acts.tsx";
import { useList } from "../use-list.ts";
import { referenceStrings } from "../reference/reference.strings.ts";
import { inboxStrings } from "./inbox.strings.ts";

/** What nobody has clarified yet, of all boards. */
export function InboxScreen() {
  const list = useList(listInbox);
  const { acts, dialogs } = useListActs();
  const { entries, now } = list;
  const byBoard = groupTasks(entries, "board");
  // One board needs no heading.
  const groups = byBoard.map(({ key, name, tasks }) => ({ key, title: byBoard.length > 1 ? name : null, tasks }));
  return (
    <>
      <ListFrame
        title={frameStrings.listNames.inbox}
        list={list}
        counts={inboxStrings.counts(entries.length)}
        aside={
          entries.length > 0 && (
            <AppLink href={clarifyPath} className={buttonClass("primary")}>
              <ListChecks size={14} aria-hidden />
              {frameStrings.clarify}
            </AppLink>
          )
        }
        empty={{ icon: <Inbox size={18} aria-hidden />, title: inboxStrings.emptyTitle, text: inboxStrings.emptyText }}
      >
        <TaskGroups
          groups={groups}
          now={now}
          rows={{
            commands: ["row-activate", "row-defer"],
            onFinish: (entry) => void acts.finish(entry),
            renderNote: ({ task }) => <span>{inboxStrings.captured(agoWords(task.capturedAt, now.at))}</span>,
            actsOf: (entry) => [
              [
                nextAct(entry, acts),
                {
                  label: inboxStrings.toSomeday,
                  name: inboxStrings.toSomedayOf(entry.task.title),
                  icon: <Cloud size={14} aria-hidden />,
                  run: () => void acts.moveTo(entry, "someday", inboxStrings.madeSomeday(entry.task.title)),
                },
                {
                  label: referenceStrings.keep,
                  icon: <Archive size={14} aria-hidden />,
                  run: () => void acts.keep(entry, referenceStrings.isKept(entry.task.title)),
                },
              ],
              [...deferActs(entry, acts, now), ...backAct(entry, acts, now)],
            ],
          }}
        />
      </ListFrame>
      {dialogs}
    </>
  );
}
