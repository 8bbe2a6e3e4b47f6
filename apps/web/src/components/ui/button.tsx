import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { Kbd } from "./kbd.tsx";

type ButtonTone = "primary" | "outline" | "quiet" | "danger";

const tones: Record<ButtonTone, string> = {
  primary: "bg-accent text-accent-ink font-strong hover:bg-[color-mix(in_oklab,var(--accent)_90%,var(--ink))]",
  outline: "border border-line-strong bg-surface text-ink font-medium hover:bg-sunken",
  quiet: "text-ink-2 font-medium hover:bg-[color-mix(in_oklab,var(--ink)_7%,transparent)] hover:text-ink",
  danger: "border border-line-strong bg-surface text-danger font-medium hover:bg-danger-soft",
};

/** The class of a button, for links and triggers that must look like one. */
export function buttonClass(tone: ButtonTone, className?: string): string {
  return classNames(
    "inline-flex h-(--control) shrink-0 items-center justify-center gap-1.5 rounded-m px-2.5 text-sm whitespace-nowrap select-none",
    "forced-colors:border transition-colors duration-(--fast) disabled:opacity-55 aria-disabled:opacity-55",
    tones[tone],
    className,
  );
}

/** A push button. `keys` names its shortcut, shown where there is a keyboard. */
export function Button({
  tone = "outline",
  keys,
  className,
  children,
  type = "button",
  ...rest
}: ComponentProps<"button"> & { tone?: ButtonTone; keys?: string | undefined }) {
  return (
    <button type={type} className={buttonClass(tone, className)} {...rest}>
      {children}
      {keys && <Kbd tone={tone === "primary" ? "inherit" : "quiet"}>{keys}</Kbd>}
    </button>
  );
}
