/** What is said when a task leaves its board; apart from the panel's words, because cards say it, too. */
export const leaveStrings = {
  archived: (title: string) => `Archived “${title}”`,
  trashed: (title: string) => `Moved “${title}” to the trash`,
  undo: "Undo",
};
