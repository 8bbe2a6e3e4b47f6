import { userIdSchema } from "@kanban/domain/ids";
import { z } from "zod";

/**
 * Who did it: always a person's rights, by one of several means. The time zone travels along because whoever reads the
 * event cannot look it up, and "tomorrow" depends on it.
 */
export const actorSchema = z.object({
  userId: userIdSchema,
  /** By hand, by a machine acting for the person, or before this application was: taken over from its predecessor. */
  means: z.enum(["hand", "hint", "demo", "import"]),
  timeZone: z.string(),
});
export type Actor = z.infer<typeof actorSchema>;
