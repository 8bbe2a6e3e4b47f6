import type { UserId } from "@kanban/domain/ids";

export type DeviceDatabase = { database: string; store: string };

/** Where files wait until they are sent; they go with everything else of a user. */
export function uploadsDatabase(userId: UserId): DeviceDatabase {
  return { database: `kanban-uploads-${userId}`, store: "files" };
}

/** Where captures wait until they are sent. */
export function capturesDatabase(userId: UserId): DeviceDatabase {
  return { database: `kanban-captures-${userId}`, store: "captures" };
}

/** Where what other apps share waits for its person; nobody's until then, and gone with whoever signs out. */
export const sharedDatabase: DeviceDatabase = { database: "kanban-shared", store: "things" };
