import { agoShort } from "./age-words.ts";
import { CutList } from "./cut-list.tsx";
import { operationsStrings as strings } from "./operations.strings.ts";
import { Section } from "./section.tsx";
import type { Operation, OperationsStatus } from "./use-operations.ts";

/** What was decided lately: who, when, what and why. */
export function DecisionList({ status: { now, decisions } }: { status: OperationsStatus }) {
  return (
    <Section title={strings.decisionsTitle}>
      <CutList items={decisions} empty={strings.decisionsEmpty} keyOf={({ eventId }) => eventId}>
        {({ decidedAt, by, operation, reason, about }) => (
          <>
            <p className="flex items-baseline gap-2">
              <span className="min-w-0 [overflow-wrap:anywhere]">
                <span className="font-strong">{by ? by.name || strings.somebody : strings.terminal}</span>{" "}
                {strings.did[operation.action]} {subjectOf(operation, about)}
              </span>
              <time dateTime={decidedAt} className="ml-auto shrink-0 text-xs text-ink-3">
                {agoShort(decidedAt, now)}
              </time>
            </p>
            <p className="text-ink-2 [overflow-wrap:anywhere]">“{reason}”</p>
          </>
        )}
      </CutList>
    </Section>
  );
}

function subjectOf(operation: Operation, about: string | null): string {
  if ("jobId" in operation) return operation.jobId.slice(0, 8);
  if (!("eventId" in operation)) return "";
  return operation.side === "api" && about ? about : `event ${operation.eventId.slice(0, 8)}`;
}
