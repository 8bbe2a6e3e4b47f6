import type { ReactNode } from "react";
import type { ShortcutId } from "../keyboard/shortcuts.ts";

/** Something that can be done with a row: from its menu, by key while it has the focus, some with a button of its own. */
export type RowAct = {
  label: string;
  icon: ReactNode;
  /** The command whose key does it. */
  command?: ShortcutId;
  /** The name of its button on the row, e.g. “Start call the plumber”; without one it is in the menu only. */
  name?: string;
  run: () => void;
};
