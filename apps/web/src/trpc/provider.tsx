"use client";

import { type ReactNode, useState } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ApiClient, apiClient, createQueryClient } from "./client.ts";
import { type ApiOptions, apiOptions } from "./query-options.ts";

/** Options for queries that are no part of a board (`useQuery(useTrpc().board.list.queryOptions())`). */
export function useTrpc(): ApiOptions {
  return apiOptions;
}

/** The plain client, for calls outside a component's rendering. */
export function useTrpcClient(): ApiClient {
  return apiClient;
}

/** Mounts the query cache once for the whole app. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
