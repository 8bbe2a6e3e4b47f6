import { z } from "zod";

/** What the auth routes tell of a person: never a token, a hash or anything added to the table later. */
export const publicUserSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  timeZone: z.string(),
  locale: z.string(),
  isAdmin: z.boolean(),
  isDemo: z.boolean(),
});

const answerSchema = z.object({ user: publicUserSchema });
const sessionSchema = z.object({ session: z.object({ id: z.string(), expiresAt: z.date() }), user: publicUserSchema });

/**
 * The library's answer without what a script has no business to read: it would hand the session's token to the page,
 * past the HttpOnly cookie. `null` stays `null` (nobody is signed in). `isAdmin` is what has become of a new account.
 */
export function toPublicAnswer(path: string, answer: unknown, isAdmin?: boolean): object | null {
  if (path === "/get-session") return answer === null ? null : (sessionSchema.safeParse(answer).data ?? null);
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) return { ok: true };
  const { user } = parsed.data;
  return { user: { ...user, isAdmin: isAdmin ?? user.isAdmin } };
}
