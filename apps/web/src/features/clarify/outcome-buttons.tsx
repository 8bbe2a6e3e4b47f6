"use client";

import type { OutcomeKind } from "@kanban/domain/clarify/clarify-outcome";
import { Sparkle } from "lucide-react";
import { useId } from "react";
import { classNames } from "../../components/ui/class-names.ts";
import { Kbd } from "../../components/ui/kbd.tsx";
import type { ShortcutId } from "../keyboard/shortcuts.ts";
import { useFirstKey } from "../keyboard/use-first-key.ts";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { clarifyStrings } from "./clarify.strings.ts";

const commands = {
  "do-now": "clarify-do-now",
  "next-action": "clarify-next",
  waiting: "clarify-waiting",
  someday: "clarify-someday",
  reference: "clarify-reference",
  project: "clarify-project",
  snooze: "clarify-snooze",
  trash: "clarify-trash",
} as const satisfies Record<OutcomeKind, ShortcutId>;
const kinds = Object.keys(commands) as OutcomeKind[];

/** What an item can be, each with its key; the likely one stands out. */
export function OutcomeButtons({
  likely,
  likelyText,
  onChoose,
}: {
  likely: OutcomeKind | null;
  /** What comes with it. */
  likelyText: string;
  onChoose: (kind: OutcomeKind) => void;
}) {
  const id = useId();
  const firstKey = useFirstKey();
  useShortcuts(Object.fromEntries(kinds.map((kind) => [commands[kind], () => onChoose(kind)])));
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h3 id={id} className="text-lg font-bold max-sm:sr-only">
        {clarifyStrings.question}
      </h3>
      <div className="grid grid-cols-4 gap-2 max-sm:grid-cols-2">
        {kinds.map((kind) => {
          const [name, text] = clarifyStrings.outcomes[kind];
          const isLikely = kind === likely;
          const key = firstKey(commands[kind]);
          return (
            <button
              key={kind}
              type="button"
              onClick={() => onChoose(kind)}
              className={classNames(
                "flex min-h-[60px] items-start gap-2 rounded-m border bg-surface px-3 py-2.5 text-left shadow-1 transition-colors duration-(--fast) max-sm:min-h-12 max-sm:py-1.5",
                isLikely
                  ? "border-accent shadow-[0_0_0_3px_color-mix(in_oklab,var(--accent)_18%,transparent)] forced-colors:outline-2"
                  : "border-line hover:border-line-strong",
              )}
            >
              <span className="grid min-w-0 flex-1">
                <span className="text-md font-medium">{name}</span>
                {isLikely ? (
                  <span className="text-xs text-hint">
                    <Sparkle size={11} aria-hidden className="mr-1 inline align-[-1px]" />
                    {clarifyStrings.likely(likelyText)}
                  </span>
                ) : (
                  <span className="text-xs text-ink-2">{text}</span>
                )}
              </span>
              {key && <Kbd className="mt-0.5">{key}</Kbd>}
            </button>
          );
        })}
      </div>
    </section>
  );
}
