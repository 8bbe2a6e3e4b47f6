"use client";

import type { OutcomeKind } from "@kanban/domain/clarify/clarify-outcome";
import { paceOf } from "@kanban/domain/clarify/clarify-pace";
import { Check, SkipForward } from "lucide-react";
import { useEffect, useRef } from "react";
import { AppLink } from "../../components/ui/app-link.tsx";
import { Button, buttonClass } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { listPath } from "../lists/list-places.ts";
import { clarifyStrings } from "./clarify.strings.ts";
import type { Session } from "./deck-session.ts";

const kinds = Object.keys(clarifyStrings.counts) as (OutcomeKind | "merge")[];

/** The end: what was decided, what was skipped, and where to go on. */
export function InboxZero({
  session: { decided },
  skipped,
  onAgain,
  onLeave,
}: {
  session: Session;
  /** How many are left, all of them skipped. */
  skipped: number;
  onAgain: () => void;
  onLeave: () => void;
}) {
  const counts = kinds.flatMap((kind) => {
    const count = decided.filter((one) => one.kind === kind).length;
    return count > 0 ? [{ kind, count }] : [];
  });
  const pace = paceOf(decided.map(({ tookMs }) => tookMs));
  const isZero = skipped === 0;
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus({ preventScroll: true }), []);
  return (
    <div className="my-auto">
      <EmptyState
        icon={isZero ? <Check size={18} aria-hidden /> : <SkipForward size={18} aria-hidden />}
        title={isZero ? clarifyStrings.zeroTitle : clarifyStrings.skippedTitle(skipped)}
        text={
          isZero
            ? decided.length === 0
              ? clarifyStrings.zeroNone
              : clarifyStrings.zeroText(decided.length, pace)
            : clarifyStrings.skippedText
        }
        action={
          <>
            {!isZero && (
              <Button ref={again} tone="primary" onClick={onAgain}>
                {clarifyStrings.again}
              </Button>
            )}
            <AppLink href={listPath("next")} className={buttonClass("outline")}>
              {clarifyStrings.toNext}
            </AppLink>
            <Button keys="Esc" onClick={onLeave}>
              {clarifyStrings.leave}
            </Button>
          </>
        }
      />
      {counts.length > 0 && (
        <ul className="mx-auto flex max-w-md flex-wrap justify-center gap-x-6 gap-y-3 tabular-nums">
          {counts.map(({ kind, count }) => (
            <li key={kind} className="grid justify-items-center">
              <span className="text-xl font-bold">{count}</span>
              <span className="text-xs text-ink-2">{clarifyStrings.counts[kind]}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
