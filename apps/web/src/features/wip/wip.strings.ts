const tasks = (n: number) => `${n} ${n === 1 ? "task" : "tasks"}`;

/** Every word of the choice a full column asks for. */
export const wipStrings = {
  title: (column: string) => `${column} is full`,
  text: (column: string, open: number, limit: number) =>
    `${column} holds ${open} of ${limit}. Make room, or say why it may go over.`,
  swap: "Swap with the oldest",
  swapMany: (n: number) => `Swap with the ${n} oldest`,
  swapText: (titles: string, column: string) => `${titles} → ${column}`,
  which: "Or choose what leaves",
  whichMany: (n: number) => `Or choose the ${n} that leave`,
  finish: "Finish",
  wait: "Send to Waiting",
  to: (column: string) => `to ${column}`,
  isFull: (column: string) => `${column} is full, too`,
  since: (days: number) => (days === 0 ? "today" : `${days} d`),
  tooMany: (column: string, n: number) => `${tasks(n)} more than ${column} can hold: they only fit past the limit.`,
  past: "Or go over the limit",
  reason: "Reason",
  placeholder: "e.g. the client is on the phone",
  override: "Go over",
  cancel: "Cancel",
  swapReason: "Swapped",
  undo: "Undo",
  steps: { swap: "swap of tasks", finish: "finished task to make room", wait: "task sent to Waiting to make room" },
  made: {
    swap: (titles: string) => `Swapped with ${titles}`,
    finish: (titles: string) => `Finished ${titles} to make room`,
    wait: (titles: string) => `Sent ${titles} to Waiting to make room`,
  },
} as const;
