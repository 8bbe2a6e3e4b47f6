"use client";

import { CircleCheck } from "lucide-react";
import type { RefObject } from "react";
import { classNames } from "../../components/ui/class-names.ts";
import { operationsStrings as strings } from "./operations.strings.ts";
import { panelClass, Section } from "./section.tsx";
import { countSetAside, listSetAside } from "./set-aside.ts";
import { SetAsideRow } from "./set-aside-row.tsx";
import type { Operation, OperationsStatus } from "./use-operations.ts";

const headings = [strings.what, strings.reason, strings.age, strings.tries, strings.decide];

/** What was set aside on both sides and waits for a decision: a table where there is room, else a list. */
export function SetAsideTable({
  status,
  headingRef,
  onDecide,
}: {
  status: OperationsStatus;
  headingRef: RefObject<HTMLHeadingElement | null>;
  onDecide: (operation: Operation, what: string) => void;
}) {
  const things = listSetAside(status);
  const count = countSetAside(status);
  if (things.length === 0)
    return (
      <Section title={strings.asideTitle} headingRef={headingRef}>
        <div className={classNames(panelClass, "flex items-start gap-2.5 px-4 py-3")}>
          <CircleCheck size={16} aria-hidden className="mt-0.5 shrink-0 text-ok" />
          <div>
            <p className="text-md font-strong">{strings.asideEmpty}</p>
            <p className="text-sm text-pretty text-ink-2">{strings.asideEmptyText}</p>
          </div>
        </div>
      </Section>
    );
  return (
    <Section title={strings.asideTitle} note={strings.asideCount(count)} headingRef={headingRef}>
      <div className={panelClass}>
        <table className="w-full text-sm max-lg:block">
          <thead className="text-xs text-ink-3 max-lg:sr-only">
            <tr>
              {headings.map((heading) => (
                <th
                  key={heading}

                  scope="col"
                  className="px-2 py-1.5 text-left font-medium whitespace-nowrap first:pl-4 last:pr-4 last:text-right"
                >
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-lg:block">
            {things.map((thing) => (
              <SetAsideRow key={`${thing.side} ${thing.id}`} thing={thing} now={status.now} onDecide={onDecide} />
            ))}
          </tbody>
        </table>
      </div>
      {count > things.length && <p className="text-xs text-ink-3">{strings.asideMore(things.length, count)}</p>}
    </Section>
  );
}
