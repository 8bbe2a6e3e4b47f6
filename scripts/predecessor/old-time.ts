import { instantOfText } from "@kanban/api/task/task-row";
import { type Instant, type Moment, momentSchema } from "@kanban/domain/moment";
import type { OldTime } from "./old-tables.ts";

/** An old time, which is in UTC and does not say so. */
export function instantOf(time: OldTime): Instant {
  return instantOfText(`${time}+00`);
}

/**
 * When something is due: midnight in UTC is how the predecessor wrote a whole day. `null` for a moment outside the
 * calendar everything here agrees on: a mistake in typing.
 */
export function dueMomentOf(time: OldTime): Moment | null {
  const instant = /^\d{4}-/.test(time) ? instantOf(time) : null;
  const moment = instant?.endsWith("T00:00:00.000Z") ? instant.slice(0, 10) : instant;
  return momentSchema.safeParse(moment).success ? moment : null;
}
