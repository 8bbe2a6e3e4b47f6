import type { ReactNode } from "react";
import { designStrings } from "./design.strings.ts";

export type Side = "light" | "dark";
const sides = ["light", "dark"] as const;

/** The same specimens twice, side by side: in the light theme and in the dark one, whatever the page is in. */
export function BothThemes({ children }: { children: (side: Side) => ReactNode }) {
  return (
    <div className="grid grid-cols-2 gap-4 max-lg:grid-cols-1">
      {sides.map((side) => (
        <div
          key={side}
          data-theme={side}
          className="grid min-w-0 content-start gap-6 rounded-l border border-line bg-canvas p-5 text-ink max-sm:p-3"
        >
          <h3 className="text-xs font-medium text-ink-3">{designStrings[side]}</h3>
          {children(side)}
        </div>
      ))}
    </div>
  );
}
