/** The words of the inbox of all boards. */
export const inboxStrings = {
  counts: (count: number) => `${count} to clarify`,
  emptyTitle: "Your inbox is empty",
  emptyText: "What you capture waits here until you have decided what it means to you.",
  captured: (ago: string) => `captured ${ago}`,
  toSomeday: "Someday",
  toSomedayOf: (title: string) => `Put ${title} off to some day`,
  madeSomeday: (title: string) => `“${title}” is in Someday`,
} as const;
