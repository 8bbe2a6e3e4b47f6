"use client";

import { QueryClient } from "@tanstack/react-query";
import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
  TRPCClientError,
} from "@trpc/client";
import { limits } from "@kanban/domain/limits";
import type { AppRouter } from "./app-router.ts";

const url = "/api/trpc";

export type ApiClient = TRPCClient<AppRouter>;

/**
 * The browser's way to the API: same origin, queries of one tick in one request, subscriptions as
 * server-sent events.
 */
export function createApiClient(): ApiClient {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({ url }),
        false: splitLink({
          // A change travels alone: its fate (too large, refused) must not be that of its neighbours.
          condition: (operation) => operation.type === "mutation",
          true: httpLink({ url }),
          false: httpBatchLink({ url, maxItems: limits.batchCalls }),
        }),
      }),
    ],
  });
}

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
  if (!(error instanceof TRPCClientError)) return true;
  const status: unknown = error.data?.httpStatus;
  return typeof status !== "number" || status >= 500 || status === 408 || status === 429;
}
