import type { keyboardStrings } from "./keyboard.strings.ts";

export type ShortcutId = keyof typeof keyboardStrings.labels;
export type ShortcutScope = keyof typeof keyboardStrings.scopes;

export type Shortcut = {
  id: ShortcutId;
  /** Where it acts. What acts on a card acts on an open task, too. */
  scope: ShortcutScope;
  /** Its keys as they come: `e`, `Shift+ArrowLeft`, `Mod+k`, one press after the other `g i`. Any of them acts. */
  bindings: readonly string[];
  /** Its keys in the preset for people who come from Trello, where they differ. */
  trello?: readonly string[];
  /** What stands on the keys where the card listens itself, or a row stands for many keys: such keys cannot be changed. */
  caps?: readonly string[];
  /** Also acts while a key is held down. */
  repeats?: true;
  /** Also acts while somebody types (unless the field took the key). */
  whileTyping?: true;
  /** The command whose keys it may share: it has them to itself while there is something for it to act on. */
  takesFrom?: ShortcutId;
  /** Makes no sense without a key: not in the palette. */
  onlyKeys?: true;
  /** Goes on in the palette itself: there it is another page, such as the tags. */
  page?: PalettePage;
};

/** The lists the palette shows when one command is not enough. */
export type PalettePage = "move" | "due" | "tags" | "assign" | "contexts" | "project" | "priority";

/** The one list of commands: what listens, the palette and the cheat sheet all come from here. */
export const shortcuts: readonly Shortcut[] = [
  { id: "palette", scope: "anywhere", bindings: ["Mod+k"], whileTyping: true, onlyKeys: true },
  { id: "show-keys", scope: "anywhere", bindings: ["?"] },
  { id: "keyboard-settings", scope: "anywhere", bindings: [] },
  { id: "capture", scope: "anywhere", bindings: ["c", "q"], trello: ["Shift+c"] },
  { id: "undo", scope: "anywhere", bindings: ["Mod+z", "z"] },
  { id: "redo", scope: "anywhere", bindings: ["Mod+Shift+z", "Shift+z", "Mod+y"] },
  { id: "go-inbox", scope: "anywhere", bindings: ["g i"] },
  { id: "go-today", scope: "anywhere", bindings: ["g t"] },
  { id: "go-next", scope: "anywhere", bindings: ["g n"] },
  { id: "go-waiting", scope: "anywhere", bindings: ["g w"] },
  { id: "go-someday", scope: "anywhere", bindings: ["g o"] },
  { id: "go-projects", scope: "anywhere", bindings: ["g p"] },
  { id: "go-reference", scope: "anywhere", bindings: ["g f"] },
  { id: "go-deferred", scope: "anywhere", bindings: ["g d"] },
  { id: "go-boards", scope: "anywhere", bindings: ["g b"] },
  { id: "go-clarify", scope: "anywhere", bindings: ["g c"] },
  { id: "go-mine", scope: "anywhere", bindings: ["g m"], trello: ["g m", "q"] },
  { id: "go-settings", scope: "anywhere", bindings: ["g ,"] },
  { id: "search-all", scope: "anywhere", bindings: ["g s"] },
  { id: "search", scope: "board", bindings: ["/"] },
  { id: "filter", scope: "board", bindings: ["f"] },
  { id: "clear-filters", scope: "board", bindings: ["Shift+f"], trello: ["x"] },
  { id: "views", scope: "board", bindings: ["v"] },
  { id: "quick-add", scope: "board", bindings: ["n"] },
  { id: "focus-next", scope: "board", bindings: ["j"], repeats: true, onlyKeys: true },
  { id: "focus-previous", scope: "board", bindings: ["k"], repeats: true, onlyKeys: true },
  { id: "focus-step", scope: "board", bindings: [], caps: ["←", "↑", "↓", "→"], onlyKeys: true },
  { id: "open", scope: "card", bindings: [], caps: ["Enter"] },
  { id: "edit-title", scope: "card", bindings: ["t"] },
  { id: "due", scope: "card", bindings: ["d"], page: "due" },
  { id: "tags", scope: "card", bindings: ["l"], page: "tags" },
  { id: "toggle-tag", scope: "card", bindings: "123456789".split(""), caps: ["1", "…", "9"], onlyKeys: true },
  { id: "assign", scope: "card", bindings: ["a"], trello: ["m"], page: "assign" },
  { id: "contexts", scope: "card", bindings: ["o"], page: "contexts" },
  { id: "project", scope: "card", bindings: ["p"], page: "project" },
  { id: "priority", scope: "card", bindings: ["Shift+p"], page: "priority" },
  { id: "move-to", scope: "card", bindings: ["m"], trello: ["Shift+m"], page: "move" },
  { id: "move-left", scope: "card", bindings: ["Shift+ArrowLeft", "<"], repeats: true },
  { id: "move-right", scope: "card", bindings: ["Shift+ArrowRight", ">"], repeats: true },
  { id: "step", scope: "card", bindings: [], caps: ["Shift+↑", "Shift+↓"], onlyKeys: true },
  { id: "lift", scope: "card", bindings: [], caps: ["Space"], onlyKeys: true },
  { id: "cancel", scope: "card", bindings: [], caps: ["Esc"], onlyKeys: true },
  { id: "select", scope: "card", bindings: ["x"], trello: ["Shift+x"] },
  // The board listens itself (features/board/select/use-selection-keys.ts, features/board/focus/use-board-keys.ts).
  { id: "select-all", scope: "card", bindings: [], caps: ["Ctrl+a"], onlyKeys: true },
  { id: "select-more", scope: "card", bindings: [], caps: ["Shift+↑", "Shift+↓"], onlyKeys: true },
  { id: "clear-selection", scope: "card", bindings: [], caps: ["Esc"], onlyKeys: true },
  // Before the command whose key it takes.
  { id: "hint-edit", scope: "hint", bindings: ["e"], takesFrom: "archive" },
  { id: "archive", scope: "card", bindings: ["e"], trello: ["c"] },
  { id: "trash", scope: "card", bindings: ["Backspace", "Delete"] },
  { id: "row-next", scope: "list", bindings: ["j"], repeats: true, onlyKeys: true },
  { id: "row-previous", scope: "list", bindings: ["k"], repeats: true, onlyKeys: true },
  { id: "row-open", scope: "list", bindings: [], caps: ["Enter"], onlyKeys: true },
  { id: "row-done", scope: "list", bindings: ["e"], onlyKeys: true },
  { id: "row-start", scope: "list", bindings: ["s"], onlyKeys: true },
  { id: "row-defer", scope: "list", bindings: ["h"], onlyKeys: true },
  { id: "row-activate", scope: "list", bindings: ["n"], onlyKeys: true },
  { id: "row-inbox", scope: "list", bindings: ["i"], onlyKeys: true },
  { id: "row-nudge", scope: "list", bindings: ["r"], onlyKeys: true },
  ...(
    [
      ["do-now", "1"],
      ["next", "2"],
      ["waiting", "3"],
      ["someday", "4"],
      ["reference", "5"],
      ["trash", "0"],
      ["snooze", "h"],
      ["project", "p"],
      ["merge", "m"],
      ["title", "t"],
      ["skip", "s"],
      ["questions", ","],
    ] as const
  ).map(([act, key]): Shortcut => ({ id: `clarify-${act}`, scope: "deck", bindings: [key] })),
  { id: "clarify-take", scope: "deck", bindings: ["Enter"], onlyKeys: true },
  { id: "clarify-leave", scope: "deck", bindings: ["Escape"], onlyKeys: true },
  { id: "task-next", scope: "task", bindings: ["j"], repeats: true },
  { id: "task-previous", scope: "task", bindings: ["k"], repeats: true },
  { id: "hint-apply", scope: "hint", bindings: ["y"] },
  { id: "hint-apply-all", scope: "hint", bindings: ["Shift+y"] },
  { id: "hint-dismiss", scope: "hint", bindings: ["n"] },
  { id: "task-leave-field", scope: "task", bindings: [], caps: ["Esc"], onlyKeys: true },
];

/** A command by its id. */
export function shortcutOf(id: ShortcutId): Shortcut {
  const found = shortcuts.find((shortcut) => shortcut.id === id);
  if (!found) throw new Error(`No command is called ${id}`);
  return found;
}
