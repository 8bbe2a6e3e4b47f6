import type { CommandLayer } from "./mounted-commands.ts";

/** Something that lies over the screen and has the keyboard to itself; while it fades it has no more. */
const layers =
  ":is([role=dialog], [role=alertdialog], [role=menu], [role=listbox]):not([data-closed], [data-closed] *)";

/** Who has the keys: the screen, an open task with nothing above it, or (`null`) a dialog or menu. */
export function commandLayer(): CommandLayer | null {
  const open = [...document.querySelectorAll(layers)];
  if (open.length === 0) return "screen";
  return open.length === 1 && open[0]?.hasAttribute("data-task-panel") ? "task" : null;
}
