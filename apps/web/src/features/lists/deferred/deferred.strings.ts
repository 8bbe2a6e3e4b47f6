import type { ReturnSpan } from "@kanban/domain/lists/list-deferred";

/** The words of the list of what is put off. */
export const deferredStrings = {
  counts: (count: number) => `${count} put off`,
  emptyTitle: "Nothing is put off",
  emptyText: "What you defer is out of sight until its day, and then comes back by itself.",
  spans: {
    today: "Later today",
    tomorrow: "Tomorrow",
    week: "Within a week",
    month: "Within a month",
    later: "Later",
  } satisfies Record<ReturnSpan, string>,
  comesBack: (when: string) => `Back ${when}`,
  bringBack: "Bring back now",
  bringBackOf: (title: string) => `Bring ${title} back now`,
  broughtBack: (title: string) => `“${title}” is back`,
} as const;
