import type { Bearer } from "@kanban/api/token/token.repository";
import { findBearer } from "@kanban/api/token/token.repository";
import { hashOfSecret } from "@kanban/api/token/token-secret";
import type { ApiDeps } from "@kanban/api/context";

/** The secret of an Authorization header; `null` when it carries none. Never read from an address: those are logged. */
function bearerSecret(authorization: string | undefined): string | null {
  return /^Bearer ([\w-]{20,200})$/i.exec(authorization ?? "")?.[1] ?? null;
}

/** Who a request's token stands for at this moment, or `null`. */
export async function readBearer(
  { pool, clock }: Pick<ApiDeps, "pool" | "clock">,
  authorization: string | undefined,
): Promise<Bearer | null> {
  const secret = bearerSecret(authorization);
  return secret === null ? null : findBearer(pool, hashOfSecret(secret), clock.now());
}
