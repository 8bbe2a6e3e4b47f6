import { AlarmClock } from "lucide-react";
import type { TaskCard } from "@kanban/domain/entities";
import { strings } from "../board.strings.ts";
import { useClock } from "../state/use-clock.ts";
import { MetaItem } from "./meta-item.tsx";

const dayMs = 86_400_000;

function localDay(now: number): string {
  const date = new Date(now);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}

/** Who a task waits for and since when, and whether it is time to ask. */
export function WaitingNote({
  waitingFor: { who, since, followUpOn },
}: {
  waitingFor: NonNullable<TaskCard["waitingFor"]>;
}) {
  const days = useClock((now) => Math.max(0, Math.floor((now - Date.parse(since)) / dayMs)));
  const today = useClock(localDay);
  const nudge =
    followUpOn === null || followUpOn > today
      ? null
      : followUpOn === today
        ? strings.card.followUpToday
        : strings.card.followUpLate;
  return (
    <>
      <span className="min-w-0 truncate">{strings.card.waiting(who, strings.card.waitingSince(days))}</span>
      {nudge && (
        <MetaItem icon={<AlarmClock size={12} aria-hidden />} label={nudge} className="font-strong text-warn">
          {nudge}
        </MetaItem>
      )}
    </>
  );
}
