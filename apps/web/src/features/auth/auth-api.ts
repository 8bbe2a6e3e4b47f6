import { z } from "zod";
import { type AuthProblem, authProblemOf } from "./auth-problem.ts";
import { refreshSession, session } from "./session.ts";

async function post(path: string, body: unknown): Promise<AuthProblem | null> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return null;
    return authProblemOf(response.status, await response.json().catch(() => null));
  } catch {
    return "unreachable";
  }
}

async function enter(path: string, body: unknown): Promise<AuthProblem | null> {
  const problem = await post(path, body);
  if (problem) return problem;
  return (await refreshSession()) && session.get().status === "in" ? null : "unknown";
}

/** Signs in with email and password; answers what went wrong, or null. */
export function signIn(typed: { email: string; password: string }): Promise<AuthProblem | null> {
  return enter("/api/auth/sign-in/email", { email: typed.email.trim(), password: typed.password });
}

/** Creates an account and signs in; answers what went wrong, or null. */
export function signUp(typed: { name: string; email: string; password: string }): Promise<AuthProblem | null> {
  // For what the server writes and dates in this person's name; unknown ones are no reason to be refused.
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  return enter("/api/auth/sign-up/email", {
    name: typed.name.trim(),
    email: typed.email.trim(),
    password: typed.password,
    timeZone,
    locale,
  });
}

/** Signs in to the demo account; answers what went wrong, or null. */
export function signInToDemo(): Promise<AuthProblem | null> {
  return enter("/api/demo/sign-in", {});
}

const demoAnswerSchema = z.object({ available: z.boolean() });

/** Whether this server offers its demo to this browser; false when it could not be asked. */
export async function isDemoAvailable(): Promise<boolean> {
  try {
    const response = await fetch("/api/demo", { headers: { accept: "application/json" } });
    return response.ok && demoAnswerSchema.parse(await response.json()).available;
  } catch {
    return false;
  }
}
