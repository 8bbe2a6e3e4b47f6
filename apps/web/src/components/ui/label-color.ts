import { labelColorSchema } from "@kanban/domain/mutations";
import type { CSSProperties } from "react";

/** The label hue as the CSS variable `--c`; a colour this build does not know is grey. */
export function labelColorStyle(color: string): CSSProperties {
  const known = labelColorSchema.safeParse(color);
  return { "--c": `var(--label-${known.success ? known.data : "grey"})` } as CSSProperties;
}
