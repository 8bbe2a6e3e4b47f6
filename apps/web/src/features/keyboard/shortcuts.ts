import type { keyboardStrings } from "./keyboard.strings.ts";

export type ShortcutId = keyof typeof keyboardStrings.labels;
export type ShortcutScope = keyof typeof keyboardStrings.scopes;

export type Shortcut = {
  id: ShortcutId;
  scope: ShortcutScope;
  /** In tinykeys' grammar; any of them acts. Empty where the card itself listens (see `caps`). */
  bindings: readonly string[];
  /** What stands on the keys, as the cheat sheet shows it. */
  caps: readonly string[];
};

/** The one list of shortcuts: what listens and what the cheat sheet shows both come from here. */
export const shortcuts: readonly Shortcut[] = [
  { id: "show-keys", scope: "anywhere", bindings: ["[Shift]+?"], caps: ["?"] },
  { id: "go-boards", scope: "anywhere", bindings: ["g b"], caps: ["g b"] },
  { id: "go-today", scope: "anywhere", bindings: ["g t"], caps: ["g t"] },
  { id: "search", scope: "anywhere", bindings: ["g s"], caps: ["g s"] },
  { id: "undo", scope: "board", bindings: ["z"], caps: ["z"] },
  { id: "redo", scope: "board", bindings: ["Shift+Z"], caps: ["Shift+z"] },
  { id: "capture", scope: "board", bindings: ["c"], caps: ["c"] },
  { id: "quick-add", scope: "board", bindings: ["n"], caps: ["n"] },
  { id: "filter", scope: "board", bindings: ["[Shift]+/"], caps: ["/"] },
  { id: "focus-next", scope: "board", bindings: ["j"], caps: ["j"] },
  { id: "focus-previous", scope: "board", bindings: ["k"], caps: ["k"] },
  { id: "focus-step", scope: "card", bindings: [], caps: ["←", "↑", "↓", "→"] },
  { id: "open", scope: "card", bindings: [], caps: ["Enter"] },
  { id: "lift", scope: "card", bindings: [], caps: ["Space"] },
  { id: "cancel", scope: "card", bindings: [], caps: ["Esc"] },
  { id: "step", scope: "card", bindings: [], caps: ["Shift+←", "↑", "↓", "→"] },
  { id: "move-to", scope: "card", bindings: ["m"], caps: ["m"] },
  { id: "archive", scope: "card", bindings: ["e"], caps: ["e"] },
  { id: "trash", scope: "card", bindings: ["Backspace", "Delete"], caps: ["Backspace"] },
  // The open task listens itself (features/task/open-task.tsx).
  { id: "task-neighbours", scope: "task", bindings: [], caps: ["j", "k"] },
  { id: "hint-apply", scope: "task", bindings: [], caps: ["y"] },
  { id: "hint-dismiss", scope: "task", bindings: [], caps: ["n"] },
  { id: "task-due", scope: "task", bindings: [], caps: ["d"] },
  { id: "task-tags", scope: "task", bindings: [], caps: ["l"] },
  { id: "task-leave-field", scope: "task", bindings: [], caps: ["Esc"] },
];
