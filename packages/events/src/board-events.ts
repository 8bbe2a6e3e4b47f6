import { type Change, type ChangeType, changePayloads, changeTypes } from "@kanban/domain/change";
import { defineEvent, type EventDefinition } from "./define-event.ts";

/** What the API tells: every change of a board, all at version 1 until one needs another. */
export const boardEvents = Object.fromEntries(
  changeTypes.map((type) => [type, defineEvent({ type, payload: changePayloads[type] })]),
) as { [Type in ChangeType]: EventDefinition<Type, (typeof changePayloads)[Type]> };

/** The event a change is written as: its type and today's version. */
export function versionOf(change: Change): number {
  return boardEvents[change.type].version;
}
