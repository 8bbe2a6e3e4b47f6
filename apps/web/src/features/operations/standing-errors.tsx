import { TriangleAlert } from "lucide-react";
import { LongText } from "./long-text.tsx";
import { operationsStrings as strings } from "./operations.strings.ts";
import { Section } from "./section.tsx";
import type { OperationsStatus } from "./use-operations.ts";

/** The errors that loops of both sides meet at this moment; nothing while there are none. */
export function StandingErrors({ api, worker }: Pick<OperationsStatus, "api" | "worker">) {
  const all = [
    ...api.lastErrors.map((error) => ({ ...error, side: "api" as const })),
    ...(worker.report?.bridge.lastErrors ?? []).map((error) => ({ ...error, side: "worker" as const })),
  ];
  if (all.length === 0) return null;
  return (
    <Section title={strings.errorsTitle}>
      <ul className="rounded-l border border-line bg-warn-soft">
        {all.map(({ side, component, message }) => (
          <li
            key={`${side} ${component}`}
            className="grid grid-cols-[auto_8rem_minmax(0,1fr)] items-baseline gap-x-2 px-4 py-2 text-sm not-first:border-t not-first:border-line max-sm:grid-cols-[auto_minmax(0,1fr)]"
          >
            <TriangleAlert size={13} aria-hidden className="translate-y-0.5 text-warn" />
            <span className="font-strong">
              {strings.errorOf[side]} {component}
            </span>
            <div className="min-w-0 max-sm:col-start-2">
              <LongText>{message}</LongText>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
