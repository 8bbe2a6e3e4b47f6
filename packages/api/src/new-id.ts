import { randomBytes } from "node:crypto";
import { uuidV7 } from "@kanban/domain/uuid-v7";

/** A UUID version 7: sorts by creation, so that indexes grow at their end. */
export function newId(now: Date): string {
  return uuidV7(now.getTime(), randomBytes(10));
}
