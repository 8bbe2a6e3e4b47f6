import { bytesToUuid } from "./uuid-bytes.ts";

/** A new id (UUID version 7) for a row this browser makes; `newId<TaskId>()`. Works without a secure context too. */
export function newId<Id extends string>(): Id {
  return bytesToUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10))) as Id;
}
