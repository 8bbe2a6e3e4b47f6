import { classNames } from "../../components/ui/class-names.ts";
import { ageWords } from "./age-words.ts";
import { operationsStrings as strings } from "./operations.strings.ts";
import { panelClass, Section } from "./section.tsx";
import type { OperationsStatus } from "./use-operations.ts";

type Queue = NonNullable<OperationsStatus["worker"]["report"]>["jobs"]["queues"][number];

const countOf = (count: number) => (count > 0 ? count.toLocaleString("en") : null);

/** `read` answers null for what is at rest. */
const columns: readonly { heading: string; read: (queue: Queue) => string | null; rest?: string }[] = [
  { heading: strings.waiting, read: ({ waiting }) => countOf(waiting), rest: "0" },
  { heading: strings.retrying, read: ({ retrying }) => countOf(retrying), rest: "0" },
  { heading: strings.active, read: ({ active }) => countOf(active), rest: "0" },
  {
    heading: strings.oldestColumn,
    read: ({ oldestSeconds }) => (oldestSeconds >= 1 ? ageWords(oldestSeconds) : null),
  },
];

const cell = "px-2 py-1.5 text-right first:pl-4 first:text-left last:pr-4 max-sm:block max-sm:p-0! max-sm:text-left";

/** The worker's queues with what waits in each, as it last said. */
export function QueueTable({ report }: { report: OperationsStatus["worker"]["report"] }) {
  const queues = report?.jobs.queues ?? [];
  return (
    <Section title={strings.queuesTitle}>
      {queues.length === 0 ? (
        <p className="text-sm text-ink-3">{strings.noQueues}</p>
      ) : (
        <div className={panelClass}>
          <table className="w-full text-sm max-sm:block">
            <thead className="text-xs text-ink-3 max-sm:sr-only">
              <tr>
                {[strings.queue, ...columns.map(({ heading }) => heading)].map((heading) => (
                  <th key={heading} scope="col" className={classNames(cell, "font-medium whitespace-nowrap")}>
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="max-sm:block">
              {queues.map((queue) => (
                <tr
                  key={queue.name}
                  className="border-t border-line max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-4 max-sm:px-4 max-sm:py-2 max-sm:first:border-t-0"
                >
                  <th scope="row" className={classNames(cell, "font-title max-sm:col-span-2 max-sm:font-strong")}>
                    {queue.name}
                  </th>
                  {columns.map(({ heading, read, rest = strings.none }) => {
                    const value = read(queue);
                    return (
                      <td key={heading} className={classNames(cell, value === null ? "text-ink-3" : "text-ink")}>
                        <span aria-hidden className="text-xs text-ink-3 sm:hidden">
                          {heading}{" "}
                        </span>
                        {value ?? rest}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
