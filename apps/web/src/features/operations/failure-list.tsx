import { agoShort } from "./age-words.ts";
import { CutList } from "./cut-list.tsx";
import { LongText } from "./long-text.tsx";
import { operationsStrings as strings } from "./operations.strings.ts";
import { Section } from "./section.tsx";
import type { OperationsStatus } from "./use-operations.ts";

/** Handlers that threw lately, on both sides; most of them succeeded a moment later. */
export function FailureList({ status: { now, api, worker } }: { status: OperationsStatus }) {
  const failures = [
    ...api.failures.map((failure) => ({ ...failure, side: "api" as const })),
    ...(worker.report?.bridge.failures ?? []).map((failure) => ({ ...failure, side: "worker" as const })),
  ].sort((a, b) => (a.failedAt < b.failedAt ? 1 : -1));
  return (
    <Section title={strings.failuresTitle}>
      <CutList
        items={failures}
        empty={strings.failuresEmpty}
        keyOf={({ side, eventId, failedAt, handler }, index) => `${side} ${eventId} ${failedAt} ${handler} ${index}`}
      >
        {({ side, type, handler, error, failedAt }) => (
          <>
            <p className="flex items-baseline gap-2">
              <span className="min-w-0 font-title [overflow-wrap:anywhere]">
                {strings.errorOf[side]} · {type === handler || type === "" ? handler : `${handler}, ${type}`}
              </span>
              <time dateTime={failedAt} className="ml-auto shrink-0 text-xs text-ink-3">
                {agoShort(failedAt, now)}
              </time>
            </p>
            <LongText>{error}</LongText>
          </>
        )}
      </CutList>
    </Section>
  );
}
