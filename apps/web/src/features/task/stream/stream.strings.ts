import type { StreamFilter } from "./stream-entries.ts";

/** The words of a task's comments and history. */
export const streamStrings = {
  label: "Comments and activity",
  heading: "Activity",
  filter: "Show",
  filters: { all: "All", comments: "Comments", activity: "History" } satisfies Record<StreamFilter, string>,
  write: "Write a comment",
  placeholder: "Write a comment; @ names people",
  send: "Comment",
  save: "Save",
  cancel: "Cancel",
  sendKeys: "Ctrl ↵",
  tooLong: (max: string) => `A comment holds at most ${max} characters.`,
  edited: "edited",
  editedAt: (when: string) => `edited ${when}`,
  edit: "Edit comment",
  editing: "Text of your comment",
  remove: "Delete comment",
  removed: "Comment deleted",
  undo: "Undo",
  commentBy: (name: string) => `Comment by ${name}`,
  someone: "Someone who left",
  people: "People",
  noComments: "No comments yet.",
} as const;
