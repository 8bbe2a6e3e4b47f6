"use client";

import { QueryClient } from "@tanstack/react-query";
import type { TRPCClient } from "@trpc/client";
import type { AppRouter } from "./app-router.ts";
import { CallError } from "./call-error.ts";
import { call } from "./call.ts";
import { pathProxy } from "./path-proxy.ts";
import { readErrorData } from "./read-error-data.ts";

/** tRPC's client by its types, without subscriptions: those are the engine's, see `listen.ts`. */
export type ApiClient = TRPCClient<AppRouter>;

/**
 * The browser's way to the API: same origin, one request for each call. Own code of a hundred lines for the protocol and
 * the library's types: the library's own weighs as much as the sync engine and the board's reducers together.
 */
export const apiClient = pathProxy((path, [input]) => {
  const verb = path.at(-1);
  if (verb !== "query" && verb !== "mutate") throw new Error(`The client cannot ${String(verb)}`);
  return call(verb === "query" ? "query" : "mutation", path.slice(0, -1).join("."), input);
}) as ApiClient;

/** The cache of everything read from the API. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Long enough that moving between screens does not ask again, short enough that a list is never old.
        staleTime: 30_000,
        retry: (failures, error) => failures < 3 && isWorthRetrying(error),
      },
    },
  });
}

/** False where the answer would be the same: the server understood and refused. */
function isWorthRetrying(error: unknown): boolean {
  const status = error instanceof CallError ? readErrorData(error.data)?.httpStatus : undefined;
  return status === undefined || status >= 500 || status === 408 || status === 429;
}
