"use client";

import { type ReactNode, useState } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { AppRouter } from "./app-router.ts";
import { type ApiClient, createApiClient, createQueryClient } from "./client.ts";

const context = createTRPCContext<AppRouter>();

/** Options for queries that are no part of a board (`useQuery(useTrpc().board.list.queryOptions())`). */
export const useTrpc = context.useTRPC;
/** The plain client, for calls outside a component's rendering. */
export const useTrpcClient: () => ApiClient = context.useTRPCClient;

/** Mounts the query cache and the API client once for the whole app. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [client] = useState(createApiClient);
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  );
}
