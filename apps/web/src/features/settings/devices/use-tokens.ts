"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ApiOutputs } from "../../../trpc/app-router.ts";
import { useTrpc } from "../../../trpc/provider.tsx";

/** A token as its person sees it. */
export type ShownToken = ApiOutputs["token"]["list"][number];

/** The person's tokens, and how to load them anew. */
export function useTokens() {
  const options = useTrpc().token.list.queryOptions(undefined, { staleTime: 0 });
  const queryClient = useQueryClient();
  return {
    tokens: useQuery(options),
    reload: () => void queryClient.invalidateQueries({ queryKey: options.queryKey }),
  };
}
