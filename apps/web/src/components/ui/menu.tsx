"use client";

import { cloneElement, type KeyboardEvent, type ReactNode, useState } from "react";
import { lazyModule } from "../../lazy/lazy-module.ts";
import { useLazyModule } from "../../lazy/use-lazy-module.ts";
import type * as Layer from "./menu-layer.tsx";

/* Menus are made when they are first asked for: until then each is its trigger alone, and their script comes later. */
const layer = lazyModule(() => import("./menu-layer.tsx"));

/** A menu under its trigger; `trigger` is the button itself. */
export function Menu(props: Layer.MenuProps) {
  const { trigger, open = false, onOpenChange } = props;
  const [isAsked, setAsked] = useState(open);
  if (open && !isAsked) setAsked(true);
  const loaded = useLazyModule(layer, isAsked);
  if (loaded) return <loaded.MenuLayer {...props} />;
  const ask = () => {
    onOpenChange?.(true);
    setAsked(true);
  };
  return cloneElement(trigger, {
    "aria-haspopup": "menu",
    "aria-expanded": isAsked,
    onClick: ask,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      ask();
    },
  });
}

/** One command; `keys` is its shortcut. */
export function MenuItem(props: Parameters<typeof Layer.MenuItem>[0]): ReactNode {
  const loaded = layer.loaded();
  return loaded && <loaded.MenuItem {...props} />;
}

/** One of several values; the chosen one carries a tick. */
export function MenuRadioGroup<Value extends string>(
  props: Parameters<typeof Layer.MenuRadioGroup<Value>>[0],
): ReactNode {
  const loaded = layer.loaded();
  return loaded && <loaded.MenuRadioGroup {...props} />;
}

/** A menu inside a menu, e.g. "Move to…". */
export function MenuSub(props: Parameters<typeof Layer.MenuSub>[0]): ReactNode {
  const loaded = layer.loaded();
  return loaded && <loaded.MenuSub {...props} />;
}

/** A thin line between groups of commands. */
export function MenuSeparator(): ReactNode {
  const loaded = layer.loaded();
  return loaded && <loaded.MenuSeparator />;
}
