import type { TaskCard } from "@kanban/domain/entities";
import { usePace } from "../../pace/pace-store.ts";
import { strings } from "../board.strings.ts";
import { useScreen } from "../state/screen.tsx";
import { useClock } from "../state/use-clock.ts";
import { taskAge } from "./task-age.ts";

/** The quiet bar at a card's left edge: how long the task is in progress, said in words on hover and to readers. */
export function CardAge({ task }: { task: TaskCard }) {
  const pace = usePace(useScreen().boardId);
  const step = useClock((now) => taskAge(task, now, pace)?.step ?? null);
  const words = useClock((now) => {
    const age = taskAge(task, now, pace);
    return age && strings.card.age(age.days, age.olderThan);
  });
  if (words === null || step === null) return null;
  return (
    <span className="absolute inset-y-0 left-0 w-2.5" title={words}>
      <span
        aria-hidden
        style={{ background: `var(--age-${step})` }}
        className="absolute top-[9px] bottom-[9px] left-[3px] w-[3px] rounded-s forced-color-adjust-none"
      />
      <span className="sr-only">{words}</span>
    </span>
  );
}
