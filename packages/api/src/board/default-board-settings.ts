import type { Board } from "@kanban/domain/entities";

/** Settings of a new board. A full column refuses: a limit that does not hold is none (Kanban Guide 2025). */
export const defaultBoardSettings = {
  wipPolicy: "block",
  sleepAfterDays: 14,
  isDemo: false,
} as const satisfies Partial<Board>;
