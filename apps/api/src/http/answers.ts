import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

const sentences = {
  400: "The request is not valid",
  401: "Please sign in",
  403: "Not allowed",
  404: "There is nothing here",
  405: "This method is not supported",
  413: "The request is too large",
  415: "Only application/json is accepted",
  500: "Something went wrong",
  503: "Busy, please try again",
} as const satisfies Partial<Record<ContentfulStatusCode, string>>;

/** Seconds after which "busy" is worth another try; clients add their own growing pauses. */
export const retryAfterSeconds = "2";

/** An error outside the procedures, in one shape; the id finds it in the log. */
export function errorAnswer(c: Context, status: keyof typeof sentences, message: string = sentences[status]): Response {
  const requestId = c.get("requestId") as string | undefined;
  const code = status === 503 ? { code: "SERVICE_UNAVAILABLE" } : {};
  if (status === 503) c.header("retry-after", retryAfterSeconds);
  return c.json({ error: { status, ...code, message, ...(requestId ? { requestId } : {}) } }, status);
}
