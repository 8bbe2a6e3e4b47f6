import { statusOfRefusal } from "@kanban/api/refusal-status";
import type { DomainError } from "@kanban/domain/refusal";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPCError } from "@trpc/server";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** A refusal outside the procedures, with the same code, facts and status as theirs. */
export function refusalAnswer(c: Context, { code, details }: Pick<DomainError, "code" | "details">): Response {
  const status = getHTTPStatusCodeFromError(new TRPCError({ code: statusOfRefusal[code] })) as ContentfulStatusCode;
  if (status === 429) c.header("retry-after", "60");
  return c.json({ error: { status, message: code, refusal: { code, details } } }, status);
}
