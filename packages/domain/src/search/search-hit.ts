import type { ColumnKind } from "../column-kind.ts";
import type { BoardId, TaskId } from "../ids.ts";
import type { Instant } from "../moment.ts";
import type { Excerpt } from "./excerpt-around.ts";
import type { Mark } from "./find-marks.ts";
import type { MatchTier } from "./match-tier.ts";

/** A task that was found, as a list shows it. */
export type SearchHit = {
  boardId: BoardId;
  boardName: string;
  /** `HOME` in `HOME-12`. */
  boardKey: string;
  taskId: TaskId;
  number: number;
  title: string;
  titleMarks: Mark[];
  /** Where it was found when not in the title. */
  excerpt: (Excerpt & { field: "checklist" | "notes" }) | null;
  columnName: string;
  columnKind: ColumnKind;
  /** Set when it has left the board. */
  gone: "archived" | "trashed" | null;
  capturedAt: Instant;
  tier: MatchTier;
};
