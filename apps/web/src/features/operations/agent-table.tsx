import { countOf, type Figure, FiguresTable } from "./figures-table.tsx";
import { millisecondWords } from "./millisecond-words.ts";
import { operationsStrings as strings } from "./operations.strings.ts";
import type { OperationsStatus } from "./use-operations.ts";

type Report = OperationsStatus["worker"]["report"];
type Agent = NonNullable<NonNullable<Report>["agents"]>[number];

const figures: readonly Figure<Agent>[] = [
  { heading: strings.runs, read: ({ runs }) => countOf(runs), rest: "0" },
  { heading: strings.failedRuns, read: ({ failed }) => countOf(failed), rest: "0" },
  { heading: strings.hints, read: ({ hints }) => countOf(hints), rest: "0" },
  { heading: strings.half, read: ({ latencyMs }) => latencyMs && millisecondWords(latencyMs.p50) },
  { heading: strings.nearlyAll, read: ({ latencyMs }) => latencyMs && millisecondWords(latencyMs.p99) },
  { heading: strings.took, read: ({ tookMs }) => millisecondWords(tookMs) },
  { heading: strings.tokens, read: ({ tokens }) => countOf(tokens) },
];

/** What each agent did in the last day: how often, how quickly, at what cost. */
export function AgentTable({ report }: { report: Report }) {
  return (
    <FiguresTable
      title={strings.agentsTitle}
      note={strings.agentsNote}
      rowHeading={strings.agent}
      empty={strings.noRuns}
      figures={figures}
      rows={report?.agents ?? []}
    />
  );
}
