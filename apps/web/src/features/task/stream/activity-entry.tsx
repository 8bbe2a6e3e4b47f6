import type { ActivityLine } from "../activity/activity-words.ts";
import { activityStrings } from "../activity/activity.strings.ts";
import { agoWords } from "../moment-words.ts";

/** One line of history, quieter than what people say. */
export function ActivityEntry({ line, now }: { line: ActivityLine; now: Date }) {
  return (
    <p className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-2.5 text-xs text-pretty text-ink-3">
      <span aria-hidden className="mt-[7px] size-1 justify-self-center rounded-full bg-line-strong" />
      <span>
        {line.text}
        {line.count > 1 && ` ${activityStrings.times(line.count)}`}
        {line.by && ` ${activityStrings.by(line.by)}`},{" "}
        <time dateTime={line.at} title={new Date(line.at).toLocaleString()}>
          {agoWords(line.at, now)}
        </time>
      </span>
    </p>
  );
}
