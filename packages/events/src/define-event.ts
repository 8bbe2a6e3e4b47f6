import type { z } from "zod";

export type EventDefinition<Type extends string = string, Payload extends z.ZodType = z.ZodType> = {
  type: Type;
  /** The version written today. */
  version: number;
  payload: Payload;
  /** For each older version ever written: its payload as the next version has it. */
  upcast: Readonly<Record<number, (payload: unknown) => unknown>>;
};

/** Declares an event. A released version's meaning never changes: a new meaning is a new version and an upcaster. */
export function defineEvent<Type extends string, Payload extends z.ZodType>(
  definition: Pick<EventDefinition<Type, Payload>, "type" | "payload"> & Partial<EventDefinition<Type, Payload>>,
): EventDefinition<Type, Payload> {
  return { version: 1, upcast: {}, ...definition };
}
