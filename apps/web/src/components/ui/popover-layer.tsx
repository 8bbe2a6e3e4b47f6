"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode, RefObject } from "react";
import { classNames } from "./class-names.ts";
import { isPressOnToast } from "./is-press-on-toast.ts";

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
  /** On a phone it comes up from the foot of the screen, where the thumb is, whatever it hangs on elsewhere. */
  isSheetOnPhone?: boolean;
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
  isSheetOnPhone = false,
  children,
}: PopoverProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, details) => {
        if (isPressOnToast(details)) details.cancel();
        else onOpenChange(next);
      }}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        {isSheetOnPhone && (
          <Base.Backdrop
            data-layer-above
            className="fixed inset-0 z-50 hidden bg-veil max-sm:block motion-safe:animate-[veil-in_var(--medium)_var(--ease)]"
          />
        )}
        <Base.Positioner
          {...(anchor ? { anchor } : {})}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          // The library says where by inline style, which a sheet has no use for.
          className={classNames(
            "z-50",
            isSheetOnPhone &&
              "max-sm:fixed! max-sm:inset-x-0! max-sm:top-auto! max-sm:bottom-0! max-sm:transform-none!",
          )}
        >
          <Base.Popup
            aria-label={label}
            {...(initialFocus ? { initialFocus } : {})}
            {...(finalFocus ? { finalFocus } : {})}
            className={classNames(
              "max-h-(--available-height) w-60 max-w-[calc(100vw-16px)] overflow-y-auto rounded-m border border-line bg-raised p-1 shadow-3 outline-none",
              "motion-safe:animate-[layer-in_var(--fast)_var(--ease)]",
              className,
              isSheetOnPhone &&
                "max-sm:max-h-[70dvh]! max-sm:w-full! max-sm:max-w-none! max-sm:rounded-b-none max-sm:rounded-t-l max-sm:border-x-0 max-sm:border-b-0 max-sm:p-2 max-sm:pb-[max(12px,env(safe-area-inset-bottom))] max-sm:motion-safe:animate-[sheet-in_var(--medium)_var(--ease)]",
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
