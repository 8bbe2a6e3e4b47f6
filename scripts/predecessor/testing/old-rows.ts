import type { OldBoardRows, OldColumn, OldTask, OldTaskEvent, OldTime, OldUser } from "../old-tables.ts";

const kinds = ["user", "board", "column", "project", "tag", "task", "item", "event"] as const;

/** A readable id: the kind's number, then the row's. */
export function oldId(kind: (typeof kinds)[number], number: number): string {
  return `00000000-0000-4000-8000-${String(kinds.indexOf(kind))}${String(number).padStart(11, "0")}`;
}

/** So many minutes after the beginning of 2026, as PostgreSQL prints it. */
export function oldTime(minutes: number): OldTime {
  return new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString().replace("T", " ").replace(".000Z", "");
}

/** The same moment as we write it. */
export function instantAt(minutes: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString();
}

const made = { createdAt: oldTime(0), updatedAt: oldTime(0) };

export function oldUser(number: number, fields: Partial<OldUser> = {}): OldUser {
  return {
    ...{ id: oldId("user", number), email: `person${number}@example.org`, name: `Person ${number}` },
    ...{ passwordHash: null, timezone: "UTC", defaultBoardId: null, boards: 0, ...made, ...fields },
  };
}

export function oldColumn(number: number, fields: Partial<OldColumn> = {}): OldColumn {
  return {
    ...{ id: oldId("column", number), boardId: oldId("board", 1), name: `Column ${number}`, type: "INPUT" },
    ...{ wipLimit: null, position: number, createdAt: oldTime(0), ...fields },
  };
}

export function oldTask(number: number, fields: Partial<OldTask> = {}): OldTask {
  return {
    ...{ id: oldId("task", number), boardId: oldId("board", 1), columnId: oldId("column", 1), projectId: null },
    ...{ ownerId: oldId("user", 1), title: `Task ${number}`, description: null, context: null, waitingFor: null },
    ...{ dueAt: null, priority: null, duration: null, needsBreakdown: false, metadata: null, isDone: false },
    ...{ position: number, ...made, completedAt: null, lastMovedAt: oldTime(0), stale: false, ...fields },
  };
}

export function oldEvent(number: number, fields: Partial<OldTaskEvent> = {}): OldTaskEvent {
  return {
    ...{ id: oldId("event", number), taskId: oldId("task", 1), boardId: oldId("board", 1), type: "CREATED" },
    ...{ fromColumnId: null, toColumnId: null, payload: null, triggeredBy: null, createdAt: oldTime(0), ...fields },
  };
}

/** A board with an inbox, two contexts, waiting, done and archive: columns 1 to 6. */
export function oldBoard(rows: Partial<OldBoardRows> = {}): OldBoardRows {
  return {
    board: {
      ...{ id: oldId("board", 1), ownerId: oldId("user", 1), name: "Home", description: null, config: null, ...made },
    },
    columns: [
      oldColumn(1, { name: "Inbox" }),
      oldColumn(2, { name: "@Phone", type: "CONTEXT" }),
      oldColumn(3, { name: "Next", type: "CONTEXT" }),
      oldColumn(4, { name: "Waiting", type: "WAITING" }),
      oldColumn(5, { name: "Done", type: "DONE" }),
      oldColumn(6, { name: "Archive", type: "ARCHIVE" }),
    ],
    ...{ projects: [], tags: [], tasks: [], checklistItems: [], taskTags: [], events: [], ...rows },
  };
}
