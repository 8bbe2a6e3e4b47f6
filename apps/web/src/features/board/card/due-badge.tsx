import { Calendar } from "lucide-react";
import type { Moment } from "@kanban/domain/moment";
import { classNames } from "../../../components/ui/class-names.ts";
import { strings } from "../board.strings.ts";
import { useClock } from "../state/use-clock.ts";
import { type DueTone, dueWording } from "./due-wording.ts";
import { MetaItem } from "./meta-item.tsx";

const tones: Record<DueTone, string> = { late: "font-strong text-danger", soon: "font-strong text-warn", later: "" };

/** When a task is due: its colour always with the word. A finished task is never late. */
export function DueBadge({ dueAt, isDone }: { dueAt: Moment; isDone: boolean }) {
  const text = useClock((now) => dueWording(dueAt, now).text);
  const tone = useClock((now) => dueWording(dueAt, now).tone);
  if (isDone && tone === "late") return null;
  return (
    <MetaItem
      icon={<Calendar size={12} aria-hidden />}
      label={strings.card.due(text)}
      className={classNames(!isDone && tones[tone])}
    >
      {text}
    </MetaItem>
  );
}
