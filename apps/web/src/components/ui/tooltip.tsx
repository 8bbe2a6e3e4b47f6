import { cloneElement, type ReactElement } from "react";

/** Names the control it wraps for the eye; the control carries its own accessible name. Drawn by `TooltipLayer`. */
export function Tooltip({
  label,
  keys,
  children,
}: {
  label: string;
  keys?: string | undefined;
  children: ReactElement<Record<string, unknown>>;
}) {
  return cloneElement(children, { "data-tooltip": label, "data-tooltip-keys": keys });
}
