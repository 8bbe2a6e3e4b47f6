import { Check } from "lucide-react";
import { classNames } from "../../../components/ui/class-names.ts";

/** The tick on a chosen task: more than a colour. At a corner of a card, unless `className` puts it elsewhere. */
export function SelectedMark({ className = "top-2.5 -left-2 size-4 rounded-full" }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames(
        "absolute grid place-items-center bg-accent text-accent-ink shadow-1 forced-colors:border motion-safe:animate-[layer-in_var(--fast)_var(--ease)]",
        className,
      )}
    >
      <Check size={11} strokeWidth={3.5} />
    </span>
  );
}
