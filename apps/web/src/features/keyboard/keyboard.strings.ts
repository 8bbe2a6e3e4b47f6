/** Every word of the cheat sheet. */
export const keyboardStrings = {
  title: "Keyboard shortcuts",
  scopes: { anywhere: "Anywhere", board: "Board", card: "Focused card" },
  singleKeys: "Single-key shortcuts",
  singleKeysNote: "Off: letters do nothing on their own. Arrows, Space, Enter and Esc always work on a focused card.",
  labels: {
    "show-keys": "Show this list",
    "go-boards": "Go to boards",
    capture: "Capture into the inbox",
    "quick-add": "Add a task to the focused column",
    filter: "Filter tasks",
    "focus-next": "Next card in the column",
    "focus-previous": "Previous card in the column",
    "focus-step": "To the card beside, above or below",
    open: "Open the task",
    lift: "Lift the card; again to drop it",
    cancel: "Put a lifted card back",
    step: "Move the card by one place or column",
    "move-to": "Move to…",
    archive: "Archive",
    trash: "Move to trash",
  },
} as const;
