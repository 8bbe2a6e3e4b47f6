import { CallError } from "./call-error.ts";
import type { SendOutcome, Unavailable } from "../sync/transport.ts";
import { readErrorData } from "./read-error-data.ts";

export type FailedOutcome = Exclude<SendOutcome, { outcome: "answered" }>;

/** What a failed call means for whoever made it: whether it was refused, by whom, and whether trying again can help. */
export function outcomeOfError(error: unknown): FailedOutcome {
  if (!(error instanceof CallError)) return unavailable(String(error), null);
  const { response } = error;
  const retryAfterMs = response && retryAfterOf(response);
  const told = readErrorData(error.data);
  if (!told) {
    const status = response?.status ?? 0;
    if (status === 401) return { outcome: "signed-out" };
    // Any other status may be somebody in between; but what is too large stays so.
    if (status === 413) return notAccepted(error.message);
    return unavailable(error.message, retryAfterMs);
  }
  const { httpStatus, refusal, issue } = told;
  if (refusal) return { outcome: "refused", refusal };
  if (httpStatus === 401) return { outcome: "signed-out" };
  if (httpStatus === 408 || httpStatus === 429 || httpStatus > 500) return unavailable(error.message, retryAfterMs);
  if (httpStatus === 500) return { ...unavailable(error.message, retryAfterMs), isDefect: true };
  return notAccepted(issue ? `${issue.path}: ${issue.message}` : error.message);
}

function notAccepted(reason: string): FailedOutcome {
  return { outcome: "refused", refusal: { code: "NOT_ACCEPTED", details: { reason } } };
}

function unavailable(reason: string, retryAfterMs: number | null): Unavailable {
  return { outcome: "unavailable", reason, retryAfterMs, isDefect: false };
}

// An hour is longer than any limit of ours; a wrong clock somewhere must not silence a tab for a year.
const longestRetryAfterMs = 3_600_000;

function retryAfterOf(response: Response): number | null {
  const header = response.headers.get("retry-after");
  if (!header) return null;
  const seconds = Number(header);
  const waitMs = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(waitMs) && waitMs > 0 ? Math.min(waitMs, longestRetryAfterMs) : null;
}
