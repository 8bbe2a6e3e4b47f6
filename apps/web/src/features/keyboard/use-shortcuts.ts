"use client";

import { useEffect, useRef } from "react";
import { type CommandLayer, mountCommands, type ShortcutHandlers } from "./mounted-commands.ts";

/**
 * Carries out commands while mounted, be they called by key or from the palette. Keys never act while typing, under a
 * dialog, or when they are turned off. A command without a handler (or with `undefined`) is shown nowhere.
 */
export function useShortcuts(handlers: ShortcutHandlers, layer: CommandLayer = "screen"): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => mountCommands({ layer, handlers: () => latest.current }), [layer]);
}
