import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { labelColorStyle } from "./label-color.ts";

/** A tag: its word on a tint of its colour. */
export function Tag({
  color,
  children,
  className,
}: {
  color: string;
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <span
      style={labelColorStyle(color)}
      className={classNames(
        "inline-block max-w-full truncate rounded-full bg-[color-mix(in_oklab,var(--c)_16%,transparent)] px-1.5 text-xs font-title leading-[17px]",
        "text-[color-mix(in_oklab,var(--c)_45%,var(--ink))] forced-colors:border",
        className,
      )}
    >
      {children}
    </span>
  );
}

/** A project's coloured dot; decoration, the name stands beside it. */
export function ColorDot({ color, className }: { color: string; className?: string | undefined }) {
  return (
    <i
      aria-hidden
      style={labelColorStyle(color)}
      className={classNames("inline-block size-[7px] shrink-0 rounded-full bg-(--c)", className)}
    />
  );
}
