"use client";

import { Button } from "../../components/ui/button.tsx";
import { classNames } from "../../components/ui/class-names.ts";
import { agoShort } from "./age-words.ts";
import { LongText } from "./long-text.tsx";
import { operationsStrings as strings } from "./operations.strings.ts";
import type { SetAside } from "./set-aside.ts";
import type { Operation } from "./use-operations.ts";

const cell = "px-2 py-2 align-top first:pl-4 last:pr-4 max-lg:block max-lg:px-4 max-lg:py-0.5";

/** One thing to decide about. */
export function SetAsideRow({
  thing,
  now,
  onDecide,
}: {
  thing: SetAside;
  now: string;
  onDecide: (operation: Operation, what: string) => void;
}) {
  const { id, kind, side, name, about, reason, at, attempts, redrives, retry, discard, pending } = thing;
  const retryLabel = kind === "job" ? strings.retryJob : strings.redrive;
  const notes = [kind === "job" ? strings.job : strings.eventTo[side], about].filter(Boolean).join(" · ");
  const decide = (operation: Operation) => onDecide(operation, name);
  return (
    <tr className="border-t border-line max-lg:block max-lg:py-2.5 max-lg:first:border-t-0">
      <td className={classNames(cell, "lg:w-64")}>
        <span className="block font-strong [overflow-wrap:anywhere]">{name}</span>
        <span className="block text-xs text-ink-3 [overflow-wrap:anywhere]">{notes}</span>
        <span className="block font-mono text-2xs text-ink-3" title={id}>
          {id.slice(0, 8)}…{id.slice(-4)}
        </span>
      </td>
      <td className={classNames(cell, "lg:pr-4")}>
        <LongText>{reason}</LongText>
      </td>
      <td className={classNames(cell, "whitespace-nowrap text-ink-2 max-lg:inline-block max-lg:pr-0")}>
        <time dateTime={at} title={new Date(at).toLocaleString()}>
          {agoShort(at, now)}
        </time>
      </td>
      <td className={classNames(cell, "whitespace-nowrap text-ink-2 max-lg:inline-block max-lg:pl-0")}>
        <span className="lg:hidden">{attempts ? `\u00a0· ${strings.triesOf(attempts)}` : ""}</span>
        <span className="max-lg:hidden">{attempts || strings.none}</span>
        {redrives > 0 && (
          <span className="block text-xs text-ink-3 max-lg:inline">
            <span className="lg:hidden">{"\u00a0· "}</span>
            {strings.putBack(redrives)}
          </span>
        )}
      </td>
      <td className={classNames(cell, "lg:text-right")}>
        {pending ? (
          <span className="text-xs text-ink-2">{strings.asked[pending]}</span>
        ) : (
          <span className="inline-flex gap-1.5 max-lg:mt-1.5">
            <Button aria-label={strings.actionOf(retryLabel, name)} onClick={() => decide(retry)}>
              {retryLabel}
            </Button>
            <Button tone="danger" aria-label={strings.actionOf(strings.discard, name)} onClick={() => decide(discard)}>
              {strings.discard}
            </Button>
          </span>
        )}
      </td>
    </tr>
  );
}
