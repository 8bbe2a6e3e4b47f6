import { createHmac, timingSafeEqual } from "node:crypto";
import type { Session } from "@kanban/api/context";
import type { ApiDb } from "@kanban/db-api/client";
import { parse } from "hono/utils/cookie";
import type { Auth } from "./auth/create-auth.ts";
import { sessionSeconds } from "./auth/session-seconds.ts";
import { findSession } from "./session.repository.ts";

/** A request's cookie → who it stands for, or `null`; answered by the database each time, so that revoking counts at once. */
export type ResolveSession = (headers: Headers, answerHeaders: Headers) => Promise<Session | null>;

/**
 * Reads sessions as the auth library writes them, past its routing: this runs on every request. A session older than
 * a day is handed to the library, which prolongs it; the new cookie is put on the answer.
 */
export function createSessionResolver(auth: Auth, db: ApiDb): ResolveSession {
  return async (headers, answerHeaders) => {
    const cookies = headers.get("cookie");
    if (!cookies) return null;
    const { secret, authCookies } = await auth.$context;
    const { name } = authCookies.sessionToken;
    const token = readSigned(parse(cookies, name)[name], secret);
    const session = token ? await findSession(db, token) : null;
    if (!session) return null;
    const { userId, timeZone, sessionId, expiresAt } = session;
    const age = sessionSeconds.expiresIn - (expiresAt.getTime() - Date.now()) / 1000;
    if (age > sessionSeconds.updateAge) {
      const prolonged = await auth.api.getSession({ headers, returnHeaders: true });
      for (const cookie of prolonged.headers.getSetCookie()) answerHeaders.append("set-cookie", cookie);
    }
    return { userId, timeZone, sessionId };
  };
}

/** The value of a signed cookie (`value.signature`); `null` when the signature is not ours. */
function readSigned(cookie: string | undefined, secret: string): string | null {
  const dot = cookie?.lastIndexOf(".") ?? -1;
  if (!cookie || dot < 1) return null;
  const value = cookie.slice(0, dot);
  const given = Buffer.from(cookie.slice(dot + 1));
  const expected = Buffer.from(createHmac("sha256", secret).update(value).digest("base64"));
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
}
