import { userIdSchema } from "@kanban/domain/ids";
import { z } from "zod";

/**
 * Who did it: always a person's rights, by one of several means. The time zone travels along because whoever reads the
 * event cannot look it up, and "tomorrow" depends on it.
 */
export const actorSchema = z.object({
  userId: userIdSchema,
  /**
   * By hand, with a token of the person's, by a machine acting for them, or before this application was: taken over from
   * its predecessor. What only a newer version knows reads as "hand": no reason to set an event aside.
   */
  means: z.enum(["hand", "token", "hint", "demo", "import"]).catch("hand"),
  timeZone: z.string(),
});
export type Actor = z.infer<typeof actorSchema>;
