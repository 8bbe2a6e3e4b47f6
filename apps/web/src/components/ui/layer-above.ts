import { isPressOnToast } from "./is-press-on-toast.ts";

/** True when an open task would close for a press or an Esc that was meant for a dialog or message above it. */
export function isForLayerAbove(details: { reason: string; event: Event }): boolean {
  const { target } = details.event;
  // A dialog that closes by Esc may be gone already: its own elements still hang together.
  return isPressOnToast(details) || (target instanceof Element && target.closest("[data-layer-above]") !== null);
}

/** True while a dialog lies above where an open task would lie: what opens below it must not take its focus. */
export function isLayerAboveOpen(): boolean {
  return document.querySelector("[data-layer-above][data-open]") !== null;
}
