import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";

/** Path below the auth routes; people reach it as `/api/demo/sign-in`, which checks where they come from. */
export const demoSignInPath = "/demo/sign-in";

type SessionUser = Parameters<typeof setSessionCookie>[1]["user"];

/** Opens a session for the demo account without a password; 404 when there is none. Only added when the demo is on. */
export const demoSignIn = {
  id: "demo",
  endpoints: {
    demoSignIn: createAuthEndpoint(demoSignInPath, { method: "POST" }, async (ctx) => {
      const user = await ctx.context.adapter.findOne<SessionUser>({
        model: "user",
        where: [{ field: "isDemo", value: true }],
      });
      if (!user) throw new APIError("NOT_FOUND", { message: "There is no demo account" });
      const session = await ctx.context.internalAdapter.createSession(user.id);
      await setSessionCookie(ctx, { session, user });
      return ctx.json({ user });
    }),
  },
} satisfies BetterAuthPlugin;
