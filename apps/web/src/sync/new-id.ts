import { uuidV7 } from "@kanban/domain/uuid-v7";

/** A new id (UUID version 7) for a row this browser makes; `newId<TaskId>()`. Works without a secure context too. */
export function newId<Id extends string>(): Id {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))) as Id;
}
