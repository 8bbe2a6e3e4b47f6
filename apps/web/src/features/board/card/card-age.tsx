import type { TaskCard } from "@kanban/domain/entities";
import { strings } from "../board.strings.ts";
import { useClock } from "../state/use-clock.ts";
import { taskAge } from "./task-age.ts";

/** The quiet bar at a card's left edge: how long the task is in progress, said in words on hover and to readers. */
export function CardAge({ task }: { task: TaskCard }) {
  const days = useClock((now) => taskAge(task, now)?.days ?? null);
  const step = useClock((now) => taskAge(task, now)?.step ?? null);
  if (days === null || step === null) return null;
  return (
    <span className="absolute inset-y-0 left-0 w-2.5" title={strings.card.age(days)}>
      <span
        aria-hidden
        style={{ background: `var(--age-${step})` }}
        className="absolute top-[9px] bottom-[9px] left-[3px] w-[3px] rounded-s forced-color-adjust-none"
      />
      <span className="sr-only">{strings.card.age(days)}</span>
    </span>
  );
}
