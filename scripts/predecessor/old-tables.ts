import type { Imported } from "@kanban/domain/change";

/*
 * The predecessor's tables, as far as they are known: what is read of each, under its own names. Installations differ in
 * age, so a table or a column may be missing; it is then read as empty.
 */

export type ColumnType = "INPUT" | "CLARIFY" | "CONTEXT" | "WAITING" | "SOMEDAY" | "DONE" | "ARCHIVE";
export type TaskContext = "EMAIL" | "MEETING" | "PHONE" | "READ" | "WATCH" | "DESK" | "OTHER";

/** An old time: `2025-01-31 09:30:00.25`, in UTC, as PostgreSQL prints it. */
export type OldTime = string;

export type OldUser = {
  id: string;
  email: string;
  name: string | null;
  passwordHash: string | null;
  timezone: string | null;
  defaultBoardId: string | null;
  createdAt: OldTime;
  updatedAt: OldTime;
  /** Boards of their own. */
  boards: number;
};

export type OldBoard = {
  id: string;
  ownerId: string;
  name: string;
  description: string | null;
  config: unknown;
  createdAt: OldTime;
  updatedAt: OldTime;
};

export type OldColumn = {
  id: string;
  boardId: string;
  name: string;
  type: ColumnType;
  wipLimit: number | null;
  position: number;
  createdAt: OldTime;
};

export type OldProject = {
  id: string;
  boardId: string;
  ownerId: string;
  name: string;
  description: string | null;
  desiredOutcome: string | null;
  status: string | null;
  createdAt: OldTime;
  updatedAt: OldTime;
};

export type OldTag = {
  id: string;
  boardId: string;
  name: string;
  color: string | null;
  createdAt: OldTime;
  updatedAt: OldTime;
};

export type OldTask = {
  id: string;
  boardId: string;
  columnId: string;
  projectId: string | null;
  ownerId: string;
  title: string;
  description: string | null;
  context: TaskContext | null;
  waitingFor: string | null;
  dueAt: OldTime | null;
  priority: "LOW" | "MEDIUM" | "HIGH" | null;
  duration: string | null;
  needsBreakdown: boolean;
  metadata: unknown;
  isDone: boolean;
  position: number | null;
  createdAt: OldTime;
  updatedAt: OldTime;
  completedAt: OldTime | null;
  lastMovedAt: OldTime;
  stale: boolean;
};

export type OldChecklistItem = {
  id: string;
  taskId: string;
  title: string;
  isDone: boolean;
  position: number;
  createdAt: OldTime;
  updatedAt: OldTime;
};

export type OldTaskTag = { taskId: string; tagId: string };

export type OldTaskEvent = {
  id: string;
  taskId: string;
  boardId: string;
  type: "CREATED" | "UPDATED" | "MOVED" | "COMPLETED" | "STALE" | "RULE_TRIGGERED";
  fromColumnId: string | null;
  toColumnId: string | null;
  payload: Imported["payload"] | null;
  triggeredBy: string | null;
  createdAt: OldTime;
};

/** The columns read of each table that is taken over, and its key; a table listed here without rows to place is kept. */
export const oldTables = {
  User: {
    key: ["id"],
    columns: ["id", "email", "name", "passwordHash", "timezone", "defaultBoardId", "createdAt", "updatedAt"],
  },
  Board: {
    key: ["id"],
    columns: ["id", "ownerId", "name", "description", "config", "createdAt", "updatedAt"],
  },
  Column: {
    key: ["id"],
    columns: ["id", "boardId", "name", "type", "wipLimit", "position", "createdAt"],
  },
  Project: {
    key: ["id"],
    columns: [
      ...["id", "boardId", "ownerId", "name", "description", "desiredOutcome", "status"],
      ...["createdAt", "updatedAt"],
    ],
  },
  Tag: { key: ["id"], columns: ["id", "boardId", "name", "color", "createdAt", "updatedAt"] },
  Task: {
    key: ["id"],
    columns: [
      ...["id", "boardId", "columnId", "projectId", "ownerId", "title", "description", "context", "waitingFor"],
      ...["dueAt", "priority", "duration", "needsBreakdown", "metadata", "isDone", "position", "createdAt"],
      ...["updatedAt", "completedAt", "lastMovedAt", "stale"],
    ],
  },
  ChecklistItem: {
    key: ["id"],
    columns: ["id", "taskId", "title", "isDone", "position", "createdAt", "updatedAt"],
  },
  TaskTag: { key: ["taskId", "tagId"], columns: ["taskId", "tagId"] },
  TaskEvent: {
    key: ["id"],
    columns: [
      ...["id", "taskId", "boardId", "type", "fromColumnId", "toColumnId", "payload", "triggeredBy", "createdAt"],
    ],
  },
} as const satisfies Record<string, { key: readonly string[]; columns: readonly string[] }>;

export type OldTableName = keyof typeof oldTables;

/** The rows of one board, its events only as far as they are asked for. */
export type OldBoardRows = {
  board: OldBoard;
  columns: OldColumn[];
  projects: OldProject[];
  tags: OldTag[];
  tasks: OldTask[];
  checklistItems: OldChecklistItem[];
  taskTags: OldTaskTag[];
  /** Oldest first; of tasks of this board, whatever board they name themselves. */
  events: OldTaskEvent[];
};
