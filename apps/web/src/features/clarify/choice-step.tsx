"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { Kbd } from "../../components/ui/kbd.tsx";
import { clarifyStrings } from "./clarify.strings.ts";
import { digitOf, StepFrame } from "./step-frame.tsx";

export type StepChoice = { key: string; label: string; note?: string | undefined; onTake: () => void };

/** A question with a few answers, each under a digit; the first one is what Enter takes. */
export function ChoiceStep({
  question,
  text,
  choices,
  before,
  after,
  onBack,
}: {
  question: string;
  text?: string;
  choices: readonly StepChoice[];
  before?: ReactNode;
  after?: ReactNode;
  onBack: () => void;
}) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  const handleKey = (event: KeyboardEvent) => {
    const digit = event.target instanceof HTMLInputElement ? null : digitOf(event);
    const choice = digit === null ? undefined : choices[digit];
    choice?.onTake();
    return choice !== undefined;
  };
  return (
    <StepFrame
      question={question}
      text={text}
      hint={clarifyStrings.enterTakes(choices[0]?.label ?? "")}
      onKey={handleKey}
      onBack={onBack}
    >
      {before}
      <div className="grid grid-cols-3 gap-2 max-sm:grid-cols-1">
        {choices.map(({ key, label, note, onTake }, index) => (
          <button
            key={key}
            ref={index === 0 ? first : undefined}
            type="button"
            onClick={onTake}
            className="flex min-h-11 items-center gap-2 rounded-m border border-line bg-surface px-3 py-1.5 text-left text-md font-medium shadow-1 transition-colors duration-(--fast) hover:border-line-strong focus-visible:border-accent"
          >
            <span className="grid min-w-0 flex-1">
              {label}
              {note && <span className="truncate text-xs font-regular text-ink-2">{note}</span>}
            </span>
            {index < 9 && <Kbd>{String(index + 1)}</Kbd>}
          </button>
        ))}
      </div>
      {after}
    </StepFrame>
  );
}
