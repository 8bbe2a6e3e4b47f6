import type { Board, ChecklistItem, Column, Context, Project, Tag, TaskCard } from "@kanban/domain/entities";
import type { ColumnId, TaskId, UserId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";

/** A row whose place is known, and not yet its rank. */
export type Unranked<Row> = Omit<Row, "rank">;

/** Where a task belongs: on the board, or in the archive with the column it would come back to. */
export type Place = { columnId: ColumnId; isArchived: boolean };

/** A task as the old rows say it should be, in our terms; in the order of its column. */
export type WantedTask = Pick<
  TaskCard,
  | "id"
  | "title"
  | "contextIds"
  | "tagIds"
  | "projectId"
  | "assigneeIds"
  | "priority"
  | "estimateMinutes"
  | "waitingFor"
  | "dueAt"
  | "needsBreakdown"
  | "capturedAt"
  | "finishedAt"
  | "enteredColumnAt"
> & {
  notes: string;
  place: Place;
  /** Who is said to have done what its events tell. */
  ownerId: UserId;
  updatedAt: Instant;
  checklist: (Unranked<ChecklistItem> & { createdAt: Instant; updatedAt: Instant })[];
};

/** A board as the old rows say it should be. Lists are in the order they are shown in. */
export type WantedBoard = {
  board: Board;
  createdAt: Instant;
  owner: { userId: UserId; name: string; timeZone: string };
  columns: (Unranked<Column> & { createdAt: Instant })[];
  contexts: (Context & { createdAt: Instant })[];
  tags: (Tag & { createdAt: Instant })[];
  projects: (Project & { createdAt: Instant })[];
  /** By the time they were made, which is the order of their numbers. */
  tasks: WantedTask[];
  /** The live tasks of each column, from top to bottom. */
  order: ReadonlyMap<ColumnId, readonly TaskId[]>;
  /** The old ARCHIVE columns: to be moved there is to be archived. */
  archiveColumnIds: ReadonlySet<string>;
};

/** Somebody who was taken over. */
export type Person = { userId: UserId; name: string; timeZone: string };
