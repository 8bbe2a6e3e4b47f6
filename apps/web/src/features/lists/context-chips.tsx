import { classNames } from "../../components/ui/class-names.ts";
import { listsStrings } from "./lists.strings.ts";

/** The contexts there is something to do in; pressed ones narrow the list. */
export function ContextChips({
  names,
  chosen,
  onChange,
}: {
  names: readonly string[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  if (names.length === 0) return null;
  return (
    <div
      role="group"
      aria-label={listsStrings.contexts}
      className="flex gap-1.5 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4 sm:flex-wrap"
    >
      {names.map((name) => {
        const isChosen = chosen.includes(name.toLowerCase());
        const others = chosen.filter((other) => other !== name.toLowerCase());
        return (
          <button
            key={name}
            type="button"
            aria-pressed={isChosen}
            onClick={() => onChange(isChosen ? others : [...others, name.toLowerCase()])}
            className={classNames(
              "h-6 shrink-0 rounded-full border px-2.5 text-xs font-medium whitespace-nowrap transition-colors duration-(--fast) touch:h-11 touch:px-3.5",
              isChosen
                ? "border-accent bg-accent-soft text-ink"
                : "border-line-strong bg-surface text-ink-2 hover:text-ink",
            )}
          >
            @{name.replace(/^@/u, "")}
          </button>
        );
      })}
    </div>
  );
}
