import type { UserId } from "@kanban/domain/ids";
import { readSignedInUser, type SignedInUser } from "./signed-in-user.ts";

export type SessionState = { status: "unknown" } | { status: "in"; user: SignedInUser } | { status: "out" };

/** Where this browser keeps who is signed in. */
export const rememberedUser = "kanban-user";
const unknown: SessionState = { status: "unknown" };

let state: SessionState | null = null;
/** The first person this page has known: what it holds in memory is theirs, signed in or not. */
let owner: UserId | null = null;
let isLeft = false;
const listeners = new Set<() => void>();

function become(next: SessionState): void {
  session.get();
  state = next;
  if (next.status === "in") owner ??= next.user.id;
  try {
    // Gone in any case: a full storage must not go on naming who was signed in before.
    localStorage.removeItem(rememberedUser);
    if (next.status === "in") localStorage.setItem(rememberedUser, JSON.stringify(next.user));
  } catch {
    // Storage may be forbidden; then the next page load asks the server first.
  }
  for (const listener of listeners) listener();
}

function remembered(): SessionState {
  try {
    const user = readSignedInUser(JSON.parse(localStorage.getItem(rememberedUser) ?? "null"));
    owner ??= user?.id ?? null;
    return user ? { status: "in", user } : unknown;
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
  /** Somebody else has taken over the browser: what this page holds is not theirs. */
  leave(): void {
    isLeft = true;
    state = unknown;
    for (const listener of listeners) listener();
  },
  /** True when the page has to begin anew, because what it holds is not of whoever is signed in now. */
  isAnothers: (): boolean => isLeft || (state?.status === "in" && state.user.id !== owner),
  /** Whose the page's memory is; it stays theirs after the session has ended, until the page begins anew. */
  owner(): UserId | null {
    session.get();
    return owner;
  },
};

/** Asks the server who is signed in; resolves false when it could not be asked. */
export async function refreshSession(): Promise<boolean> {
  let user: SignedInUser | null;
  try {
    const response = await fetch("/api/auth/get-session", { headers: { accept: "application/json" } });
    if (!response.ok) return false;
    const answer: unknown = await response.json();
    user = answer === null ? null : readSignedInUser((answer as { user?: unknown }).user);
    // Somebody in between has answered, e.g. the page of a hotel's network.
    if (answer !== null && !user) return false;
  } catch {
    return false;
  }
  const known = session.get();
  if (!user) session.signedOut();
  else if (known.status !== "in" || !isSame(known.user, user)) session.signedIn(user);
  return true;
}

function isSame(a: SignedInUser, b: SignedInUser): boolean {
  return a.id === b.id && a.name === b.name && a.isAdmin === b.isAdmin;
}
