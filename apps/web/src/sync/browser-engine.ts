import type { QueryClient } from "@tanstack/react-query";
import type { UserId } from "@kanban/domain/ids";
import type { ApiClient } from "../trpc/client.ts";
import type { SyncEngine } from "./sync-engine-types.ts";
export declare function createBrowserEngine(userId: UserId, client: ApiClient, queryClient: QueryClient): SyncEngine;
