import type { BoardId, ColumnId } from "@kanban/domain/ids";

/** Where the draft of a column's composer is kept. */
export const composerPlace = (columnId: ColumnId): string => `column/${columnId}`;
/** Where the draft of a board's capture dialog is kept. */
export const capturePlace = (boardId: BoardId): string => `capture/${boardId}`;
/** Where the notes of a line are kept. */
export const notesPlace = (place: string): string => `${place}/notes`;
/** Where a pasted list waits for its decision, beside the line it was pasted into. */
export const pastedPlace = (place: string): string => `${place}/pasted`;

/** The card-like frame of a composer. */
export const composerBoxClass =
  "grid grid-cols-[minmax(0,1fr)] gap-2 rounded-m border border-accent bg-surface px-2.5 py-2 shadow-[0_0_0_3px_var(--accent-soft)]";
