import type { Session } from "@kanban/api/context";
import { userIdSchema } from "@kanban/domain/ids";
import { z } from "zod";
import type { Auth } from "./auth/create-auth.ts";

const found = z.object({
  session: z.object({ id: z.uuid() }),
  user: z.object({ id: userIdSchema, timeZone: z.string() }),
});

/**
 * Who a request's cookie stands for, or `null`; asked of the database each time, so that signing out counts at once.
 * Cookies to send back (a session lives on while it is used) are put on `answerHeaders`.
 */
export async function resolveSession(auth: Auth, headers: Headers, answerHeaders?: Headers): Promise<Session | null> {
  if (!headers.has("cookie")) return null;
  const answer = await auth.api.getSession({ headers, returnHeaders: true });
  for (const cookie of answer.headers.getSetCookie()) answerHeaders?.append("set-cookie", cookie);
  const parsed = found.safeParse(answer.response);
  if (!parsed.success) return null;
  const { session, user } = parsed.data;
  return { userId: user.id, timeZone: user.timeZone, sessionId: session.id };
}
