import { z } from "zod";
import { firstDay, lastDay } from "./whole-day.ts";

/** An instant as ISO 8601 in UTC with milliseconds, e.g. `2026-11-22T09:30:00.000Z`: what every `…At` field carries. */
export const instantSchema = z.iso.datetime();
export type Instant = z.infer<typeof instantSchema>;

/** A calendar day without a time zone, e.g. `2026-11-27`. */
export const daySchema = z.iso.date().refine((day) => day >= firstDay && day <= lastDay, "Out of range");

/** An instant somebody sends: in range, and to the millisecond, which is what is stored. */
export const typedInstantSchema = instantSchema
  .refine((instant) => instant.slice(0, 10) >= firstDay && instant.slice(0, 10) <= lastDay, "Out of range")
  .transform((instant) => new Date(instant).toISOString());

/** A due or defer moment: a whole day (`2026-11-27`) or an instant (`2026-11-27T14:00:00.000Z`). */
export const momentSchema = z.union([daySchema, typedInstantSchema]);
export type Moment = z.infer<typeof momentSchema>;
