const keyOf = (columnId: string) => `kanban.draft.${columnId}`;

/** The text someone began to write for a column on this device; empty when there is none. */
export function readDraft(columnId: string): string {
  try {
    return localStorage.getItem(keyOf(columnId)) ?? "";
  } catch {
    return "";
  }
}

/** Keeps what is being written for a column; empty text forgets it. */
export function keepDraft(columnId: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(keyOf(columnId));
    else localStorage.setItem(keyOf(columnId), text);
  } catch {
    // A full or forbidden storage: the text still stands in the field.
  }
}
