import { isTyping } from "./is-typing.ts";

/** Something that lies over the screen and has the keyboard to itself. */
const layers = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** True when a shortcut may act on this key press: not while typing, not under a dialog or menu, not a browser's own. */
export function mayAct(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  return !isTyping(event.target) && document.querySelector(layers) === null;
}
