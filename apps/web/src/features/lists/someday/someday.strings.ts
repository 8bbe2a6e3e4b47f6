/** The words of the list of what might be done some day. */
export const somedayStrings = {
  counts: (shown: number, all: number) =>
    shown === all ? `${all} ${all === 1 ? "idea" : "ideas"}` : `${shown} of ${all} ideas`,
  emptyTitle: "Nothing for some day",
  emptyText: "Someday keeps what you may want to do, apart from what you have decided to do.",
  lain: (days: number) => (days === 0 ? "since today" : `for ${days} ${days === 1 ? "day" : "days"}`),
} as const;
