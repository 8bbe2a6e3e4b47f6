"use client";

import { type FocusEvent, type RefObject, useEffect, useRef } from "react";
import type { ShortcutHandlers } from "../keyboard/mounted-commands.ts";
import type { ShortcutId } from "../keyboard/shortcuts.ts";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";
import type { RowAct } from "./row-act.ts";

const rowsOf = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
const linkOf = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>("a");

/**
 * Moves through the rows below `list` and does with the focused one what its key says. A row that goes away under the
 * focus gives it to the one that comes into its place.
 */
export function useRowKeys(
  list: RefObject<HTMLElement | null>,
  commands: readonly ShortcutId[],
  actsOf: (id: string) => readonly RowAct[],
  count: number,
) {
  const at = useRef<{ index: number; isTick: boolean } | null>(null);
  const focused = () => rowsOf(list.current).find((row) => row.contains(document.activeElement));
  const step = (by: 1 | -1) => {
    const rows = rowsOf(list.current);
    const from = rows.findIndex((row) => row.contains(document.activeElement));
    const to = from < 0 ? (by > 0 ? 0 : rows.length - 1) : from + by;
    const link = linkOf(rows[to]);
    if (!link) return from >= 0 ? undefined : false;
    link.focus();
    link.closest("[data-row]")?.scrollIntoView({ block: "nearest" });
  };
  const act = (command: ShortcutId) => () => {
    const id = focused()?.dataset["row"];
    const found = id === undefined ? undefined : actsOf(id).find((each) => each.command === command);
    if (!found) return false;
    found.run();
  };
  const handlers: ShortcutHandlers = { "row-next": () => step(1), "row-previous": () => step(-1) };
  for (const command of commands) handlers[command] = act(command);
  useShortcuts(handlers);

  useEffect(() => {
    if (at.current === null || document.activeElement !== document.body) return;
    const next = rowsOf(list.current)[Math.min(at.current.index, count - 1)];
    (at.current.isTick ? next?.querySelector<HTMLElement>("input") : linkOf(next))?.focus();
  }, [list, count]);
  return {
    onFocus: (event: FocusEvent) => {
      const index = rowsOf(list.current).findIndex((row) => row.contains(event.target));
      at.current = { index, isTick: event.target instanceof HTMLInputElement };
    },
  };
}
