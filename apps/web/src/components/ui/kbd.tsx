import { classNames } from "./class-names.ts";

/** A key, small and in mono; hidden where the hand has no keyboard. */
export function Kbd({
  children,
  tone = "quiet",
  className,
}: {
  children: string;
  /** `inherit` on filled surfaces: the colour of the text around it. */
  tone?: "quiet" | "inherit";
  className?: string | undefined;
}) {
  return (
    <kbd
      aria-hidden
      className={classNames(
        "rounded-s border px-1 font-mono text-2xs font-medium touch:hidden",
        tone === "quiet"
          ? "border-line-strong text-ink-3"
          : "border-[color-mix(in_oklab,currentColor_40%,transparent)]",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
