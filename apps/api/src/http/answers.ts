import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

const sentences = {
  400: "The request is not valid",
  403: "Not allowed",
  404: "There is nothing here",
  405: "This method is not supported",
  413: "The request is too large",
  415: "Only application/json is accepted",
  500: "Something went wrong",
  503: "Not ready",
} as const satisfies Partial<Record<ContentfulStatusCode, string>>;

/** An error outside the procedures, in one shape; the id finds it in the log. */
export function errorAnswer(c: Context, status: keyof typeof sentences, message: string = sentences[status]): Response {
  const requestId = c.get("requestId") as string | undefined;
  return c.json({ error: { status, message, ...(requestId ? { requestId } : {}) } }, status);
}
