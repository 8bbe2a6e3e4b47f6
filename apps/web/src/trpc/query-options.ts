import { skipToken } from "@tanstack/react-query";
import type { TRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "./app-router.ts";
import { call } from "./call.ts";
import { pathProxy } from "./path-proxy.ts";

export type ApiOptions = TRPCOptionsProxy<AppRouter>;

/**
 * What `useTrpc` answers: tRPC's options for TanStack Query, by its types, as far as the screens use them. Its package
 * would bring its server along, for as many bytes as the sync engine has.
 */
export const apiOptions = pathProxy((path, [input, more]) => {
  const verb = path.at(-1);
  const procedure = path.slice(0, -1);
  const hasInput = input !== undefined && input !== skipToken;
  const queryKey = [procedure, { ...(hasInput ? { input } : {}), type: "query" }];
  switch (verb) {
    case "queryKey":
      return queryKey;
    case "queryFilter":
      return { ...(more as object), queryKey };
    case "queryOptions": {
      const queryFn = input === skipToken ? skipToken : () => call("query", procedure.join("."), input);
      return { ...(more as object), queryKey, queryFn };
    }
    case "mutationKey":
      return [procedure];
    case "mutationOptions": {
      const mutationFn = (asked: unknown) => call("mutation", procedure.join("."), asked);
      return { ...(input as object), mutationKey: [procedure], mutationFn };
    }
    default:
      throw new Error(`No screen has used ${path.join(".")} before: teach it to query-options.ts`);
  }
}) as ApiOptions;
