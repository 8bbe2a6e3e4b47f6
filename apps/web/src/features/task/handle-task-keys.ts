import type { KeyboardEvent } from "react";
import { isTyping } from "../keyboard/is-typing.ts";
import { areSingleKeysOn } from "../keyboard/single-keys.ts";

/** What single keys do in the panel at this moment. */
export type PanelKeys = () => Partial<Record<string, () => void>>;

/** Runs what a single key does in the panel; never in a field, with a modifier, in a layer above, or when turned off. */
export function handleTaskKeys(event: KeyboardEvent<HTMLElement>, keys: ReturnType<PanelKeys>): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target) || !areSingleKeysOn()) return;
  // Layers opened from the panel are its children for React, not in the document.
  if (!event.currentTarget.contains(event.target as Node)) return;
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}
