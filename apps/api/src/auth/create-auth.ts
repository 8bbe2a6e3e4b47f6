import { createHash } from "node:crypto";
import { readLocale } from "@kanban/api/user/locale";
import { readTimeZone } from "@kanban/api/user/time-zone";
import type { ApiDb } from "@kanban/db-api/client";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { prismaAdapter } from "better-auth/adapters/prisma";
import type { Logger } from "pino";
import { clientAddressHeader } from "../http/client-address.ts";
import { createAuthDatabase } from "./auth-database.ts";
import { authInputs, passwordLength } from "./auth-inputs.ts";
import { demoSignIn } from "./demo-sign-in.ts";
import { ensureFirstAdmin } from "./first-admin.repository.ts";
import { hashPassword } from "./password.ts";
import { toPublicAnswer } from "./public-user.ts";
import { countAttempt } from "@kanban/api/rate-limit.repository";
import { sessionSeconds } from "./session-seconds.ts";
import { verifyAndRehash } from "./verify-and-rehash.ts";

/** Attempts per minute. An address may be a family or an office; one account there is one person's typing. */
const signInsPerAddressAndAccount = { window: 60, max: 10 };
const signInsPerAddress = { window: 60, max: 60 };
const signUpsPerAddress = { window: 60, max: 30 };

export type AuthOptions = {
  db: ApiDb;
  secret: string;
  appUrl: string;
  trustedOrigins: string[];
  signUp: "open" | "closed";
  demoAccount: "off" | "loopback";
  log: Logger;
  now?: () => number;
};
export type Auth = ReturnType<typeof createAuth>;

/** Identity: e-mail and password, sessions and attempt counts in the database, so that revoking counts at once. */
export function createAuth({
  db,
  secret,
  appUrl,
  trustedOrigins,
  signUp,
  demoAccount,
  log,
  now = Date.now,
}: AuthOptions) {
  const isSecure = appUrl.startsWith("https://");
  return betterAuth({
    appName: "Personal Kanban",
    baseURL: appUrl,
    basePath: "/api/auth",
    secret,
    trustedOrigins,
    telemetry: { enabled: false },
    // In a transaction, so that no account without a password can be left behind by a crash.
    database: prismaAdapter(createAuthDatabase(db), { provider: "postgresql", transaction: true }),
    advanced: {
      database: { generateId: false },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      // `__Host-` binds the cookie to this very host; browsers take it over HTTPS only.
      useSecureCookies: false,
      cookiePrefix: isSecure ? "__Host-kanban" : "kanban",
      defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: "lax", path: "/" },
    },
    user: {
      additionalFields: {
        timeZone: { type: "string", required: false, defaultValue: "UTC", transform: { input: readTimeZone } },
        locale: { type: "string", required: false, defaultValue: "en", transform: { input: readLocale } },
        isAdmin: { type: "boolean", required: false, defaultValue: false, input: false },
        isDemo: { type: "boolean", required: false, defaultValue: false, input: false },
      },
    },
    session: sessionSeconds,
    emailAndPassword: {
      enabled: true,
      disableSignUp: signUp === "closed",
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: { hash: hashPassword, verify: (given) => verifyAndRehash({ db, log }, given) },
    },
    rateLimit: {
      enabled: true,
      customRules: {
        "/get-session": false,
        "/sign-in/email": signInsPerAddress,
        "/sign-up/email": signUpsPerAddress,
      },
      // The table's own rows, counted by one statement: the built-in storage reads, decides and writes.
      customStorage: { consume: (key, rule) => countAttempt(db, key, rule, now()) },
    },
    databaseHooks: {
      user: {
        create: {
          // Beside `disableSignUp`: no path that creates a user, today's or a later one, gets around it.
          before: async () => signUp === "open",
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        const schema = authInputs[ctx.path];
        if (!schema) return;
        const parsed = schema.safeParse(ctx.body);
        if (!parsed.success) {
          const [issue] = parsed.error.issues;
          throw new APIError("BAD_REQUEST", {
            code: "INVALID_INPUT",
            message: `${issue?.path.join(".")}: ${issue?.message}`,
          });
        }
        if (ctx.path === "/sign-in/email") {
          const { email } = parsed.data as { email: string };
          const address = ctx.headers?.get(clientAddressHeader) ?? "";
          const account = createHash("sha256").update(email.toLowerCase()).digest("base64url");
          const verdict = await countAttempt(db, `${address}|${account}`, signInsPerAddressAndAccount, now());
          if (!verdict.allowed)
            throw new APIError("TOO_MANY_REQUESTS", { message: "Too many requests. Please try again later." });
        }
        return { context: { body: parsed.data } };
      }),
      after: createAuthMiddleware(async (ctx) => {
        const { returned } = ctx.context;
        if (returned instanceof Error) return;
        const created = ctx.path === "/sign-up/email" ? ctx.context.newSession?.user : undefined;
        const isAdmin = created ? await ensureFirstAdmin(db, created.id) : undefined;
        return ctx.json(toPublicAnswer(ctx.path, returned, isAdmin));
      }),
    },
    plugins: demoAccount === "loopback" ? [demoSignIn] : [],
    // Refusals are answers all the same; everything else is thrown to `createApp`, which can tell a defect from a
    // database that is away.
    onAPIError: { throw: true },
    logger: {
      // Its own lines carry addresses and e-mails; ours say what happened without them.
      level: "error",
      disableColors: true,
      log: (level, message) => log[level]({ component: "auth" }, message),
    },
  });
}
