"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";
import { Kbd } from "./kbd.tsx";

/** Opens tooltips one after another without a new delay; stands once around the app. */
export const TooltipProvider = Base.Provider;

/** Names the control it wraps for the eye; the control carries its own accessible name. */
export function Tooltip({
  label,
  keys,
  children,
}: {
  label: string;
  keys?: string | undefined;
  children: ReactElement<Record<string, unknown>>;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} className="z-50">
          <Base.Popup className="flex items-center gap-1.5 rounded-m bg-ink px-2 py-1 text-xs font-title text-canvas shadow-2 motion-safe:transition-opacity motion-safe:duration-(--fast) data-[ending-style]:opacity-0 data-[starting-style]:opacity-0">
            {label}
            {keys && <Kbd tone="inherit">{keys}</Kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
