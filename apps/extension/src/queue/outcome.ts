import { z } from "zod/mini";
import { type Refusal, refusalSchema } from "./item.ts";

/** What became of sending a capture. */
export type Outcome =
  | { state: "saved"; boardId: string; title: string; url: string }
  /** Not for ever: network, server or proxy; kept and sent again. */
  | { state: "later"; retryAfterSeconds: number | null }
  | { state: "refused"; refusal: Refusal }
  /** The token does not hold any more: somebody has to connect this browser again. */
  | { state: "revoked" };

const savedSchema = z.object({ boardId: z.string(), taskId: z.string(), title: z.string(), url: z.string() });
const errorSchema = z.object({ error: z.object({ message: z.string(), refusal: z.optional(refusalSchema) }) });

/** Statuses with which the app says that this very request will never be right. */
const finals = new Set([400, 413, 415, 422]);
/** Codes that stand beside "come back later". */
const passing = new Set(["TOO_MANY_CAPTURES", "TOO_MANY_ATTEMPTS"]);

/**
 * Reads an answer to a capture. Only the app's own words count as an end: a hotel's sign-in page says 200 as well, and
 * a proxy whose app is down says 404.
 */
export function outcomeOf({
  status,
  body,
  retryAfter,
}: {
  status: number;
  body: unknown;
  retryAfter: string | null;
}): Outcome {
  const later: Outcome = { state: "later", retryAfterSeconds: secondsOf(retryAfter) };
  if (status === 201) {
    const { data } = savedSchema.safeParse(body);
    return data ? { state: "saved", boardId: data.boardId, title: data.title, url: data.url } : later;
  }
  const { data } = errorSchema.safeParse(body);
  if (!data) return later;
  if (status === 401 || status === 403) return { state: "revoked" };
  const { refusal, message } = data.error;
  if (refusal && !passing.has(refusal.code)) return { state: "refused", refusal };
  return finals.has(status) ? { state: "refused", refusal: { code: "NOT_ACCEPTED", details: { message } } } : later;
}

function secondsOf(retryAfter: string | null): number | null {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
