"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { classNames } from "./class-names.ts";
import { iconButtonClass } from "./icon-button.tsx";
import { isPressOnToast } from "./is-press-on-toast.ts";

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string | undefined;
  closeLabel?: string;
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  /** Where the focus goes on closing, when not back: answers `true` for back. */
  finalFocus?: (() => HTMLElement | null | true) | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** The sheet of a `Dialog`, fetched when one is first opened. */
export function DialogSheet({
  open,
  onOpenChange,
  title,
  description,
  closeLabel = "Close",
  initialFocus,
  finalFocus,
  className,
  children,
}: DialogProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, details) => {
        if (isPressOnToast(details)) details.cancel();
        else onOpenChange(next);
      }}
    >
      <Base.Portal>
        <Base.Backdrop
          data-layer-above
          className="fixed inset-0 z-40 bg-veil motion-safe:animate-[veil-in_var(--medium)_var(--ease)]"
        />
        <Base.Popup
          data-layer-above
          {...(initialFocus ? { initialFocus } : {})}
          {...(finalFocus ? { finalFocus } : {})}
          className={classNames(
            "fixed top-[12vh] left-1/2 z-40 grid max-h-[80vh] w-[min(26rem,calc(100vw-2rem))] -translate-x-1/2 gap-4 overflow-y-auto",
            "rounded-l border border-line bg-raised p-5 shadow-3 outline-none motion-safe:animate-[layer-in_var(--medium)_var(--ease)]",
            className,
          )}
        >
          <div className="grid gap-1">
            <div className="flex items-start justify-between gap-3">
              <Base.Title className="text-lg font-bold">{title}</Base.Title>
              <Base.Close
                aria-label={closeLabel}
                className={iconButtonClass("-mt-0.5 -mr-1.5 touch:-my-2.5 touch:-mr-3")}
              >
                <X size={14} aria-hidden />
              </Base.Close>
            </div>
            {description && <Base.Description className="text-sm text-ink-2">{description}</Base.Description>}
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
