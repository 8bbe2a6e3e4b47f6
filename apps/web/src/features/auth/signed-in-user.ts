import type { UserId } from "@kanban/domain/ids";
import { readId } from "@kanban/domain/read-id";

/** The person at this browser. */
export type SignedInUser = {
  id: UserId;
  name: string;
  email: string;
  /** Whether they administer the instance; not known where an older version remembered them. */
  isAdmin?: boolean | undefined;
};

/** Who is signed in, as the server or this browser's storage says it; `null` for anything else. */
export function readSignedInUser(from: unknown): SignedInUser | null {
  if (typeof from !== "object" || from === null) return null;
  const { id: named, name, email, isAdmin } = from as Record<keyof SignedInUser, unknown>;
  const id = readId<UserId>(named);
  if (!id || typeof name !== "string" || typeof email !== "string") return null;
  return { id, name, email, ...(typeof isAdmin === "boolean" ? { isAdmin } : {}) };
}
