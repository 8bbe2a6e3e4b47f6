"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode, RefObject } from "react";
import { classNames } from "./class-names.ts";

export type PopoverProps = {
  trigger?: ReactElement<Record<string, unknown>> | undefined;
  /** What it hangs on when it was not opened by a trigger. */
  anchor?: Element | undefined;
  label: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  align?: "start" | "center" | "end";
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  /** Where the focus goes on closing, when not back: answers `true` for back. */
  finalFocus?: (() => HTMLElement | true) | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** The layer of a `Popover`, fetched when one is first opened. */
export function PopoverLayer({
  trigger,
  anchor,
  label,
  open,
  onOpenChange,
  align = "start",
  initialFocus,
  finalFocus,
  className,
  children,
}: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Positioner
          {...(anchor ? { anchor } : {})}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50"
        >
          <Base.Popup
            aria-label={label}
            {...(initialFocus ? { initialFocus } : {})}
            {...(finalFocus ? { finalFocus } : {})}
            className={classNames(
              "max-h-(--available-height) w-60 max-w-[calc(100vw-16px)] overflow-y-auto rounded-m border border-line bg-raised p-1 shadow-3 outline-none",
              "motion-safe:animate-[layer-in_var(--fast)_var(--ease)]",
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
