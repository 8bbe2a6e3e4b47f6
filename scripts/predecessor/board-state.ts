import type { Change } from "@kanban/domain/change";
import type { Board, ChecklistItem, Column, Context, Project, Tag, TaskCard } from "@kanban/domain/entities";
import type { ColumnId, ContextId, ProjectId, TagId, TaskId, UserId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";

/** A task as `kanban_api` has it, its texts and checklist included. */
export type TaskState = {
  card: TaskCard;
  notes: string;
  notesVersion: number;
  textVersion: number;
  checklist: ChecklistItem[];
  archivedAt: Instant | null;
  deletedAt: Instant | null;
};

/** A board as `kanban_api` has it, or is to have it. */
export type BoardState = {
  board: Board;
  seq: number;
  nextNumber: number;
  columns: ReadonlyMap<ColumnId, Column>;
  tags: ReadonlyMap<TagId, Tag>;
  contexts: ReadonlyMap<ContextId, Context>;
  projects: ReadonlyMap<ProjectId, Project>;
  tasks: ReadonlyMap<TaskId, TaskState>;
};

/** A change with the moment it was made, as it goes into the log. */
export type TimedChange = { at: Instant; id: string; userId: UserId; change: Change };
