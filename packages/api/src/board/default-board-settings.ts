import type { Board } from "@kanban/domain/entities";
import { allHints } from "@kanban/domain/hint/fold-hints";

/** Settings of a new board. A full column refuses: a limit that does not hold is none (Kanban Guide 2025). */
export const defaultBoardSettings = {
  wipPolicy: "block",
  sleepAfterDays: 14,
  isDemo: false,
  hints: allHints,
} as const satisfies Partial<Board>;
