/** The words of the list of next actions. */
export const nextStrings = {
  counts: (shown: number, all: number) =>
    shown === all ? `${all} next ${all === 1 ? "action" : "actions"}` : `${shown} of ${all} next actions`,
  emptyTitle: "No next actions",
  emptyText: "A next action is the visible, physical next step: something you could begin right now, where you are.",
} as const;
