import { readLocale } from "@kanban/api/user/locale";
import { readTimeZone } from "@kanban/api/user/time-zone";
import { limits } from "@kanban/domain/limits";
import { freeText, lineText } from "@kanban/domain/text";
import { z } from "zod";

/** What people type as a password: long enough to resist guessing, short enough that hashing it costs no extra. */
export const passwordLength = { min: 10, max: 128 } as const;

/** RFC 5321 allows no longer address. */
const email = z.email().max(254);
/** Length is judged by the auth library, with its own message; this only keeps absurd input away from it. */
const password = freeText(1_000);

/**
 * The bodies the auth routes take. Strict, so that neither `isAdmin` nor a `callbackURL` (an open redirect) gets in.
 */
export const authInputs: Record<string, z.ZodType> = {
  "/sign-up/email": z.strictObject({
    name: lineText(limits.name),
    email,
    password,
    rememberMe: z.boolean().optional(),
    /** An unknown zone or language is no reason to refuse somebody. */
    timeZone: z.unknown().optional().transform(readTimeZone),
    locale: z.unknown().optional().transform(readLocale),
  }),
  "/sign-in/email": z.strictObject({ email, password, rememberMe: z.boolean().optional() }),
  "/change-password": z.strictObject({
    newPassword: password,
    currentPassword: password,
    revokeOtherSessions: z.boolean().optional(),
  }),
  "/sign-out": z.strictObject({}).nullish(),
  "/revoke-other-sessions": z.strictObject({}).nullish(),
  "/revoke-sessions": z.strictObject({}).nullish(),
};
