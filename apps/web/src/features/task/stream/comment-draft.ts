const prefix = "kanban.comment.";

/** The comment someone began to write on a task in this browser; empty when there is none. */
export function readCommentDraft(taskId: string): string {
  try {
    return localStorage.getItem(prefix + taskId) ?? "";
  } catch {
    return "";
  }
}

/** Keeps what is being written about a task; empty text forgets it. */
export function keepCommentDraft(taskId: string, text: string): void {
  try {
    if (text === "") localStorage.removeItem(prefix + taskId);
    else localStorage.setItem(prefix + taskId, text);
  } catch {
    // A full or forbidden storage: the text still stands in the field.
  }
}

/** Forgets every comment that was begun: whoever signs in next is to find none. */
export function forgetCommentDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // A forbidden storage holds none.
  }
}
