"use client";

import { Cloud } from "lucide-react";
import { listSomeday } from "@kanban/domain/lists/list-someday";
import { daysSince } from "@kanban/domain/today/local-day";
import { frameStrings } from "../../frame/frame.strings.ts";
import { backAct } from "../back-act.tsx";
import { GroupedScreen } from "../grouped-screen.tsx";
import { nextAct } from "../next-act.tsx";
import { deferActs } from "../start-and-defer-acts.tsx";
import { somedayStrings } from "./someday.strings.ts";

/** What might be done some day, on all boards. */
export function SomedayScreen() {
  return (
    <GroupedScreen
      title={frameStrings.listNames.someday}
      read={listSomeday}
      usual="board"
      counts={somedayStrings.counts}
      empty={{
        icon: <Cloud size={18} aria-hidden />,
        title: somedayStrings.emptyTitle,
        text: somedayStrings.emptyText,
      }}
      rowsOf={(acts, now) => ({
        commands: ["row-activate", "row-defer"],
        onFinish: (entry) => void acts.finish(entry),
        renderNote: ({ task }) => <span>{somedayStrings.lain(daysSince(task.enteredColumnAt, now))}</span>,
        actsOf: (entry) => [[nextAct(entry, acts), ...deferActs(entry, acts, now), ...backAct(entry, acts, now)]],
      })}
    />
  );
}
