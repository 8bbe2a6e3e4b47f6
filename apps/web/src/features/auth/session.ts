import { userIdSchema } from "@kanban/domain/ids";
import { z } from "zod";

const signedInUserSchema = z.object({
  id: userIdSchema,
  name: z.string(),
  email: z.string(),
  /** Whether they administer the instance; not known where an older version remembered them. */
  isAdmin: z.boolean().optional(),
});
/** The person at this browser. */
export type SignedInUser = z.infer<typeof signedInUserSchema>;

export type SessionState = { status: "unknown" } | { status: "in"; user: SignedInUser } | { status: "out" };

const sessionAnswerSchema = z.object({ user: signedInUserSchema }).nullable();
const storageKey = "kanban-user";
const unknown: SessionState = { status: "unknown" };

let state: SessionState | null = null;
const listeners = new Set<() => void>();

function become(next: SessionState): void {
  state = next;
  try {
    if (next.status === "in") localStorage.setItem(storageKey, JSON.stringify(next.user));
    else localStorage.removeItem(storageKey);
  } catch {
    // Storage may be forbidden; then the next page load asks the server first.
  }
  for (const listener of listeners) listener();
}

function remembered(): SessionState {
  try {
    const parsed = signedInUserSchema.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? "null"));
    return parsed.success ? { status: "in", user: parsed.data } : unknown;
  } catch {
    return unknown;
  }
}

/**
 * Who is signed in as far as this browser knows: remembered from the last time until the server answers, so that a
 * board opens without waiting and without a network. It opens nothing: the API checks every request.
 */
export const session = {
  get: (): SessionState => (state ??= remembered()),
  atServer: (): SessionState => unknown,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  signedIn: (user: SignedInUser): void => become({ status: "in", user }),
  signedOut: (): void => become({ status: "out" }),
};

/** Asks the server who is signed in; resolves false when it could not be asked. */
export async function refreshSession(): Promise<boolean> {
  let answer: z.infer<typeof sessionAnswerSchema>;
  try {
    const response = await fetch("/api/auth/get-session", { headers: { accept: "application/json" } });
    if (!response.ok) return false;
    answer = sessionAnswerSchema.parse(await response.json());
  } catch {
    return false;
  }
  const known = session.get();
  if (answer === null) session.signedOut();
  else if (known.status !== "in" || !isSame(known.user, answer.user)) session.signedIn(answer.user);
  return true;
}

function isSame(a: SignedInUser, b: SignedInUser): boolean {
  return a.id === b.id && a.name === b.name && a.isAdmin === b.isAdmin;
}
