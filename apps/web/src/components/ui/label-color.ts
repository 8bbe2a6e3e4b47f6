import { labelColors } from "@kanban/domain/label-colors";
import type { CSSProperties } from "react";

/** The label hue as the CSS variable `--c`; a colour this build does not know is grey. */
export function labelColorStyle(color: string): CSSProperties {
  const known = labelColors.find((name) => name === color) ?? "grey";
  return { "--c": `var(--label-${known})` } as CSSProperties;
}
