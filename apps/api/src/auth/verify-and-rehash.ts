import type { ApiDb } from "@kanban/db-api/client";
import { faultOf } from "@kanban/db-api/fault";
import type { Logger } from "pino";
import { hashPassword, isOwnHash, verifyPassword } from "./password.ts";
import { replaceHash } from "./password-hash.repository.ts";

/**
 * Verifies a password, and puts a hash of ours in the place of the predecessor's when it is right: only here are both
 * the password and the hash it was verified against at hand. That this fails is no reason to keep anybody out; it is
 * tried again at the next sign-in.
 */
export async function verifyAndRehash(
  { db, log }: { db: ApiDb; log: Logger },
  given: { hash: string; password: string },
): Promise<boolean> {
  if (!(await verifyPassword(given))) return false;
  if (isOwnHash(given.hash)) return true;
  try {
    await replaceHash(db, given.hash, await hashPassword(given.password));
  } catch (error) {
    const level = faultOf(error) === "defect" ? "error" : "warn";
    log[level]({ err: error, component: "auth" }, "a predecessor's hash could not be replaced; tried again at sign-in");
  }
  return true;
}
