import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { agoWords } from "../task/moment-words.ts";
import { clarifyStrings } from "./clarify.strings.ts";

/** What an item is called by, where it came from and when. */
export function ItemHead({ entry: { view, task }, now }: { entry: ListedTask; now: Date }) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2.5 text-xs text-ink-2">
      <span className="font-mono text-2xs">
        {view.board.key}
        {task.number > 0 && `-${task.number}`}
      </span>
      <span>
        {clarifyStrings.sources[task.source]}, {agoWords(task.capturedAt, now)}
      </span>
    </p>
  );
}
