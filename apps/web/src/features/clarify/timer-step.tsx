"use client";

import type { ClarifyDraft } from "@kanban/domain/clarify/clarify-tree";
import { useEffect, useState } from "react";
import { ChoiceStep } from "./choice-step.tsx";
import { clarifyStrings } from "./clarify.strings.ts";

const twoMinutes = 120;

/** Two minutes to do it in, then done or not. */
export function TimerStep({
  onLeft,
  onBack,
}: {
  onLeft: (left: NonNullable<ClarifyDraft["left"]>) => void;
  onBack: () => void;
}) {
  const [endsAt] = useState(() => Date.now() + twoMinutes * 1000);
  const [seconds, setSeconds] = useState(twoMinutes);
  useEffect(() => {
    const ticking = setInterval(() => setSeconds(Math.max(0, Math.ceil((endsAt - Date.now()) / 1000))), 250);
    return () => clearInterval(ticking);
  }, [endsAt]);
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return (
    <ChoiceStep
      question={clarifyStrings.timerTitle}
      text={clarifyStrings.timerText}
      onBack={onBack}
      before={
        <div className="flex items-center gap-3">
          <span role="timer" className="text-2xl font-bold tabular-nums">
            {clock}
          </span>
          <span aria-hidden className="h-1 flex-1 rounded-full bg-[color-mix(in_oklab,var(--ink)_10%,transparent)]">
            <span
              className="block h-full rounded-full bg-accent"
              style={{ width: `${(seconds / twoMinutes) * 100}%` }}
            />
          </span>
          <span role="status" className="text-sm text-warn">
            {seconds === 0 ? clarifyStrings.timeUp : ""}
          </span>
        </div>
      }
      choices={[
        { key: "done", label: clarifyStrings.timerDone, onTake: () => onLeft("done") },
        { key: "next", label: clarifyStrings.timerNext, onTake: () => onLeft("next") },
        { key: "doing", label: clarifyStrings.timerDoing, onTake: () => onLeft("doing") },
      ]}
    />
  );
}
