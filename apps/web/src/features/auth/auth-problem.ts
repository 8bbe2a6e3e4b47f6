import { z } from "zod";
import { authStrings } from "./auth.strings.ts";

export type AuthProblem = keyof typeof authStrings.problems;
/** Where a problem is shown: under its field, or above the form. */
export type AuthField = "email" | "password" | "name" | "form";

/** What the auth library asks of a password, in characters; the server has the last word. */
export const passwordLength = { min: 10, max: 128 } as const;

const problemBodySchema = z.object({ code: z.string() });

const problemOfCode = new Map<string, AuthProblem>(
  Object.entries({
    INVALID_EMAIL_OR_PASSWORD: "wrong-credentials",
    INVALID_EMAIL: "email-invalid",
    USER_ALREADY_EXISTS: "email-taken",
    USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "email-taken",
    PASSWORD_TOO_SHORT: "password-short",
    PASSWORD_TOO_LONG: "password-long",
    EMAIL_PASSWORD_SIGN_UP_DISABLED: "sign-up-closed",
    EMAIL_PASSWORD_SIGN_UP_IS_NOT_ENABLED: "sign-up-closed",
  }),
);

/** What a refused auth request means to the person who sent it. */
export function authProblemOf(status: number, body: unknown): AuthProblem {
  if (status === 429) return "too-often";
  // The only auth request our own pages are forbidden is signing up where that is closed.
  if (status === 403) return "sign-up-closed";
  if (status === 502 || status === 503 || status === 504) return "unreachable";
  const parsed = problemBodySchema.safeParse(body);
  return (parsed.success ? problemOfCode.get(parsed.data.code) : undefined) ?? "unknown";
}

/** The field a problem belongs to. */
export function fieldOf(problem: AuthProblem): AuthField {
  switch (problem) {
    case "email-invalid":
    case "email-taken":
      return "email";
    case "password-short":
    case "password-long":
    case "password-missing":
      return "password";
    case "name-missing":
      return "name";
    case "wrong-credentials":
    case "sign-up-closed":
    case "too-often":
    case "unreachable":
    case "unknown":
      return "form";
  }
}

/** The sentence for a problem. */
export function textOf(problem: AuthProblem): string {
  switch (problem) {
    case "password-short":
      return authStrings.problems[problem](passwordLength.min);
    case "password-long":
      return authStrings.problems[problem](passwordLength.max);
    default:
      return authStrings.problems[problem];
  }
}

/** The first thing wrong with what was typed, before it is sent; `null` when it may be sent. */
export function problemBeforeSending(typed: {
  email: string;
  password: string;
  name?: string | undefined;
}): AuthProblem | null {
  if (typed.name !== undefined && typed.name.trim() === "") return "name-missing";
  if (!z.email().safeParse(typed.email.trim()).success) return "email-invalid";
  if (typed.password === "") return "password-missing";
  if (typed.name !== undefined && typed.password.length < passwordLength.min) return "password-short";
  if (typed.password.length > passwordLength.max) return "password-long";
  return null;
}
