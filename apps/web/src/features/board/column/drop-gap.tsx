import type { ComponentProps } from "react";
import { classNames } from "../../../components/ui/class-names.ts";

/** Where a dragged card would land. */
export function DropGap({ height, className, style, ...rest }: ComponentProps<"li"> & { height: number }) {
  return (
    <li
      role="presentation"
      style={{ height, ...style }}
      className={classNames(
        "mb-1.5 shrink-0 rounded-m border border-dashed border-[color-mix(in_oklab,var(--accent)_45%,transparent)] bg-accent-soft motion-safe:animate-[veil-in_var(--fast)_var(--ease)]",
        className,
      )}
      {...rest}
    />
  );
}
