import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Tooltip } from "./tooltip.tsx";

/** The class of an icon-only button, for menu triggers that must look like one. */
export function iconButtonClass(className?: string): string {
  return classNames(
    "inline-grid size-(--control-s) shrink-0 place-items-center rounded-m text-ink-3 select-none",
    "transition-colors duration-(--fast) hover:bg-[color-mix(in_oklab,var(--ink)_8%,transparent)] hover:text-ink",
    "data-[popup-open]:bg-[color-mix(in_oklab,var(--ink)_8%,transparent)] data-[popup-open]:text-ink disabled:opacity-45",
    className,
  );
}

/** A button that shows only an icon: `label` is its accessible name and its tooltip. */
export function IconButton({
  label,
  keys,
  children,
  className,
  ...rest
}: Omit<ComponentProps<"button">, "aria-label" | "children"> & {
  label: string;
  keys?: string | undefined;
  children: ReactNode;
}) {
  return (
    <Tooltip label={label} keys={keys}>
      <button type="button" aria-label={label} className={iconButtonClass(className)} {...rest}>
        {children}
      </button>
    </Tooltip>
  );
}
