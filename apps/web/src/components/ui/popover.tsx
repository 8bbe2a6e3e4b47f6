"use client";

import { cloneElement, useState } from "react";
import { lazyModule } from "../../lazy/lazy-module.ts";
import { useLazyModule } from "../../lazy/use-lazy-module.ts";
import type { PopoverProps } from "./popover-layer.tsx";

const layer = lazyModule(() => import("./popover-layer.tsx"));

/** A small layer under its trigger, for choosing or typing one thing; Esc closes only it. */
export function Popover(props: PopoverProps) {
  const { trigger, open, onOpenChange } = props;
  const [wasOpened, setOpened] = useState(open);
  if (open && !wasOpened) setOpened(true);
  const loaded = useLazyModule(layer, wasOpened);
  if (loaded) return <loaded.PopoverLayer {...props} />;
  if (!trigger) return null;
  return cloneElement(trigger, {
    "aria-haspopup": "dialog",
    "aria-expanded": open,
    onClick: () => onOpenChange(true),
  });
}
