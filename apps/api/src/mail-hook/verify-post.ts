import { createHmac, timingSafeEqual } from "node:crypto";
import { limits } from "@kanban/domain/limits";

/** What a signed post says about itself, if it says it in the right form and its time is not over. */
export type PostStamp = { timestamp: string; signature: string };

/**
 * The time and signature of a post: `x-kanban-timestamp` in seconds and `x-kanban-signature`, `sha256=` and 64 hex
 * digits. `null` for a wrong form and for a time further away than `limits.mailHookSeconds`, in the future, too.
 */
export function readStamp(headers: Headers, now: Date): PostStamp | null {
  const timestamp = headers.get("x-kanban-timestamp") ?? "";
  const signature = /^sha256=([0-9a-f]{64})$/i.exec(headers.get("x-kanban-signature") ?? "")?.[1]?.toLowerCase();
  if (signature === undefined || !/^\d{1,12}$/.test(timestamp)) return null;
  const seconds = Math.abs(now.getTime() / 1_000 - Number(timestamp));
  return seconds <= limits.mailHookSeconds ? { timestamp, signature } : null;
}

/** Whether a post was signed with this secret: HMAC-SHA256 over the time, a dot and the bytes. */
export function isSigned(secret: string, { timestamp, signature }: PostStamp, body: Uint8Array): boolean {
  const right = createHmac("sha256", secret).update(`${timestamp}.`).update(body).digest();
  return timingSafeEqual(right, Buffer.from(signature, "hex"));
}
