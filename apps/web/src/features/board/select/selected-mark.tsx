import { Check } from "lucide-react";

/** The tick on a chosen card: more than a colour. */
export function SelectedMark() {
  return (
    <span
      aria-hidden
      className="absolute top-2.5 -left-2 grid size-4 place-items-center rounded-full bg-accent text-accent-ink shadow-1 forced-colors:border motion-safe:animate-[layer-in_var(--fast)_var(--ease)]"
    >
      <Check size={11} strokeWidth={3.5} />
    </span>
  );
}
