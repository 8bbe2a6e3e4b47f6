import type { Ref } from "react";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { agoWords } from "../task/moment-words.ts";
import { clarifyStrings } from "./clarify.strings.ts";

/**
 * What an item is called by, where it came from and when. It has the focus while nothing else has: keys are the deck's, and
 * a reader begins here. Not the whole item, since a dialog gives the focus back to the first field inside what had it.
 */
export function ItemHead({
  entry: { view, task },
  now,
  ref,
}: {
  entry: ListedTask;
  now: Date;
  ref: Ref<HTMLParagraphElement>;
}) {
  return (
    <p
      ref={ref}
      tabIndex={-1}
      data-deck-item
      className="outline-none flex flex-wrap items-baseline gap-x-2.5 text-xs text-ink-2"
    >
      <span className="font-mono text-2xs">
        {view.board.key}
        {task.number > 0 && `-${task.number}`}
      </span>
      <span>
        {clarifyStrings.sources[task.source]}, {agoWords(task.capturedAt, now)}
      </span>
      <span className="sr-only">{task.title}</span>
    </p>
  );
}
