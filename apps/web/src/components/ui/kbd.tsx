import { classNames } from "./class-names.ts";

/** A key, small and in mono; hidden where the hand has no keyboard. */
export function Kbd({ children, className }: { children: string; className?: string | undefined }) {
  return (
    <kbd
      aria-hidden
      className={classNames(
        "rounded-s border border-line-strong px-1 font-mono text-2xs font-medium text-ink-3 touch:hidden",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
