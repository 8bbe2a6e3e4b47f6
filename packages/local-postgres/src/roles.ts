/** The two databases, the role that owns each, and the role the other side uses to put events into it. */
export const SIDES = {
  api: { database: "kanban_api", owner: "kanban_api", publisher: "worker_to_api" },
  worker: { database: "kanban_worker", owner: "kanban_worker", publisher: "api_to_worker" },
} as const;

/** Which of the two databases is meant. */
export type Side = keyof typeof SIDES;
