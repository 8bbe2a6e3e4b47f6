import { ArrowRight, BellOff, BellRing, CalendarClock, Inbox } from "lucide-react";
import type { WaitingTask } from "@kanban/domain/lists/list-waiting";
import { nextDay } from "@kanban/domain/today/local-day";
import type { Now } from "@kanban/domain/today/next-action";
import { momentWords } from "../../task/moment-words.ts";
import type { RowAct } from "../row-act.ts";
import type { RowActs } from "../use-list-acts.tsx";
import { nudge } from "./nudge.ts";
import { waitingStrings } from "./waiting.strings.ts";

/** What can be done about something that is waited for. */
export function waitingActs(entry: WaitingTask, acts: RowActs, now: Now): RowAct[][] {
  const { title } = entry.task;
  const noFollowUp: RowAct = {
    label: waitingStrings.noFollowUp,
    icon: <BellOff size={14} aria-hidden />,
    run: () => setFollowUp(entry, acts, null, waitingStrings.noLonger(title)),
  };
  return [
    [
      {
        label: waitingStrings.nudge,
        name: waitingStrings.nudgeOf(title),
        icon: <BellRing size={14} aria-hidden />,
        command: "row-nudge",
        run: () => nudge(entry, acts, now),
      },
      {
        label: waitingStrings.cameIn,
        name: waitingStrings.cameInOf(title),
        icon: <ArrowRight size={14} aria-hidden />,
        command: "row-activate",
        run: () => cameIn(entry, acts, "next", waitingStrings.cameInNext(title)),
      },
      {
        label: waitingStrings.toInbox,
        icon: <Inbox size={14} aria-hidden />,
        command: "row-inbox",
        run: () => cameIn(entry, acts, "inbox", waitingStrings.cameInInbox(title)),
      },
    ],
    [
      {
        label: waitingStrings.followUp,
        icon: <CalendarClock size={14} aria-hidden />,
        run: () =>
          acts.askDay({
            title: waitingStrings.followUpTitle,
            text: waitingStrings.followUpText(title),
            day: entry.followUpOn,
            min: nextDay(now.day),
            onDay: (day) => setFollowUp(entry, acts, day, waitingStrings.followsUp(title, momentWords(day, now.at))),
          }),
      },
      ...(entry.followUpOn === null ? [] : [noFollowUp]),
    ],
  ];
}

function setFollowUp({ view, task, who }: WaitingTask, acts: RowActs, followUpOn: string | null, text: string): void {
  const boardId = view.board.id;
  const waitingFor = { who, since: task.waitingFor?.since ?? task.enteredColumnAt, followUpOn };
  acts.say(boardId, acts.mutateOn(boardId)("task.update", { taskId: task.id, waitingFor }), text);
}

/** The wait is over. Leaving a waiting column ends it by itself; a task elsewhere is told so. */
function cameIn(entry: WaitingTask, acts: RowActs, kind: "next" | "inbox", text: string): void {
  const boardId = entry.view.board.id;
  const end = () => acts.mutateOn(boardId)("task.update", { taskId: entry.task.id, waitingFor: null });
  if (entry.kind === kind) acts.say(boardId, end(), text);
  else acts.moveTo(entry, kind, text, entry.kind === "waiting" ? undefined : end);
}
