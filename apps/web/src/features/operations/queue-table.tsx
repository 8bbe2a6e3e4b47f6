import { ageWords } from "./age-words.ts";
import { countOf, type Figure, FiguresTable } from "./figures-table.tsx";
import { operationsStrings as strings } from "./operations.strings.ts";
import type { OperationsStatus } from "./use-operations.ts";

type Report = OperationsStatus["worker"]["report"];
type Queue = NonNullable<Report>["jobs"]["queues"][number];

const figures: readonly Figure<Queue>[] = [
  { heading: strings.waiting, read: ({ waiting }) => countOf(waiting), rest: "0" },
  { heading: strings.retrying, read: ({ retrying }) => countOf(retrying), rest: "0" },
  { heading: strings.active, read: ({ active }) => countOf(active), rest: "0" },
  {
    heading: strings.oldestColumn,
    read: ({ oldestSeconds }) => (oldestSeconds >= 1 ? ageWords(oldestSeconds) : null),
  },
];

/** The worker's queues with what waits in each, as it last said. */
export function QueueTable({ report }: { report: Report }) {
  return (
    <FiguresTable
      title={strings.queuesTitle}
      rowHeading={strings.queue}
      empty={strings.noQueues}
      figures={figures}
      rows={report?.jobs.queues ?? []}
    />
  );
}
