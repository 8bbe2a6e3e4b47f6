"use client";

import type { BoardView } from "@kanban/domain/board-view";
import type { Hint } from "@kanban/domain/entities";
import type { HintId } from "@kanban/domain/ids";
import { Sparkle } from "lucide-react";
import { classNames } from "../../components/ui/class-names.ts";
import { Kbd } from "../../components/ui/kbd.tsx";
import { hintWords } from "../task/hints/hint-words.ts";
import { clarifyStrings } from "./clarify.strings.ts";

/** What is proposed for an item; a press leaves one out or takes it in again. */
export function HintChips({
  hints,
  off,
  view,
  onToggle,
}: {
  hints: readonly Hint[];
  off: ReadonlySet<HintId>;
  view: BoardView;
  onToggle: (id: HintId) => void;
}) {
  if (hints.length === 0) return null;
  const now = new Date();
  return (
    <div role="group" aria-label={clarifyStrings.proposed} className="flex flex-wrap items-center gap-1.5">
      {hints.map(({ id, value }) => {
        const isOn = !off.has(id);
        const words = hintWords(value, view, now);
        return (
          <button
            key={id}
            type="button"
            aria-pressed={isOn}
            aria-label={clarifyStrings.leaveOut(`${words.kind} ${words.value}`)}
            title={words.kind}
            onClick={() => onToggle(id)}
            className={classNames(
              "inline-flex h-6.5 max-w-full items-center gap-1.5 rounded-full border px-2.5 text-sm font-medium transition-colors duration-(--fast) touch:h-11 touch:px-3.5",
              isOn
                ? "border-[color-mix(in_oklab,var(--hint)_45%,transparent)] bg-hint-soft text-hint"
                : "border-line-strong text-ink-2 line-through",
            )}
          >
            <Sparkle size={12} aria-hidden className="shrink-0" />
            <span className="truncate">{words.value}</span>
          </button>
        );
      })}
      <span className="text-sm text-ink-2 touch:hidden">
        <Kbd>Enter</Kbd> {clarifyStrings.takesAll}
      </span>
    </div>
  );
}
