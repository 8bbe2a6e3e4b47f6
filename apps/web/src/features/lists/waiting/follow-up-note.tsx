import { AlarmClock } from "lucide-react";
import type { WaitingTask } from "@kanban/domain/lists/list-waiting";
import { dayInZone } from "@kanban/domain/today/local-day";
import type { Now } from "@kanban/domain/today/next-action";
import { classNames } from "../../../components/ui/class-names.ts";
import { momentWords } from "../../task/moment-words.ts";
import { waitingStrings } from "./waiting.strings.ts";

const tones = { overdue: "font-strong text-danger", today: "font-strong text-warn", ahead: "text-ink-2" } as const;

/** How long something has been waited for, and whether it is time to ask again. */
export function FollowUpNote({ entry: { task, days, followUp, followUpOn }, now }: { entry: WaitingTask; now: Now }) {
  const since = dayInZone(new Date(task.waitingFor?.since ?? task.enteredColumnAt), now.timeZone);
  return (
    <>
      <span>{waitingStrings.since(momentWords(since, now.at), days)}</span>
      {followUp !== "none" && followUpOn !== null && (
        <span className={classNames("inline-flex items-center gap-1", tones[followUp])}>
          <AlarmClock size={12} aria-hidden />
          {waitingStrings.askAgain[followUp](momentWords(followUpOn, now.at))}
        </span>
      )}
    </>
  );
}
