import { ArrowLeft } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Kbd } from "../../components/ui/kbd.tsx";
import { isComposing } from "../keyboard/is-composing.ts";
import { areSingleKeysOn } from "../keyboard/single-keys.ts";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import { clarifyStrings } from "./clarify.strings.ts";

/** One question on the way to a decision; Esc goes back to what the item is. */
export function StepFrame({
  question,
  text,
  hint,
  onKey,
  onBack,
  children,
}: {
  question: string;
  text?: string | undefined;
  /** What Enter does, where no button says it. */
  hint?: string | undefined;
  /** Told of plain keys; `true` when it took one. */
  onKey?: (event: KeyboardEvent) => boolean;
  onBack: () => void;
  children: ReactNode;
}) {
  const id = useId();
  // After a click beside the question, too, when nothing has the focus.
  useShortcuts({ "clarify-leave": onBack });
  const handleKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    // A key that is held answers one question, not the ones behind it, too.
    const isHeld = event.key === "Enter" && event.repeat;
    if (event.key === "Escape") onBack();
    else if (!isHeld && !onKey?.(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section
      aria-labelledby={id}
      onKeyDown={handleKeyDown}
      className="grid gap-3 motion-safe:animate-[layer-in_var(--medium)_var(--ease)]"
    >
      <div>
        <h3 id={id} className="text-lg font-bold">
          {question}
        </h3>
        {text && <p className="text-sm text-ink-2">{text}</p>}
      </div>
      {children}
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-2">
        <Button tone="quiet" keys="Esc" onClick={onBack} className="-ml-2.5">
          <ArrowLeft size={14} aria-hidden />
          {clarifyStrings.back}
        </Button>
        {hint && (
          <span className="touch:hidden">
            <Kbd>Enter</Kbd> {hint}
          </span>
        )}
      </div>
    </section>
  );
}

/** The place a digit names, counted from 0; `null` for other keys, and where single keys are off. */
export function digitOf({ key, repeat }: KeyboardEvent): number | null {
  return /^[1-9]$/u.test(key) && !repeat && areSingleKeysOn() ? Number(key) - 1 : null;
}
