import type { QueryClient } from "@tanstack/react-query";
import type { UserId } from "@kanban/domain/ids";
import { refreshSession, session } from "../features/auth/session.ts";
import { trpcTransport } from "../trpc/sync-transport.ts";
import { createBrowserAccounts } from "./browser-accounts.ts";
import { createBrowserChannel } from "./browser-channel.ts";
import { browserLocks } from "./browser-locks.ts";
import { browserNetwork } from "./browser-network.ts";
import { browserRules } from "./browser-rules.ts";
import { createBrowserStorage } from "./browser-storage.ts";
import { createSyncEngine } from "./create-sync-engine.ts";
import { reportLiveNews } from "./live-news.ts";
import { newId } from "./new-id.ts";
import { createQueryCells } from "./query-cells.ts";
import { reportQueued } from "./queued.ts";
import { reportRefused } from "./refusals.ts";
import type { SyncEngine } from "./sync-engine-types.ts";
import { systemTimers } from "./timers.ts";

/** The engine of one user in this tab, on the browser's own storage, locks, channel and network. */
export function createBrowserEngine(userId: UserId, queryClient: QueryClient): SyncEngine {
  return createSyncEngine({
    tabId: newId(),
    lockName: `kanban-sender-${userId}`,
    transport: trpcTransport,
    storage: createBrowserStorage(userId),
    rules: browserRules,
    cells: createQueryCells(queryClient),
    channel: createBrowserChannel(userId),
    locks: browserLocks,
    timers: systemTimers,
    randomBytes: () => crypto.getRandomValues(new Uint8Array(10)),
    network: browserNetwork,
    accounts: createBrowserAccounts(userId),
    isSignedIn: async () => ((await refreshSession()) ? isIn(userId) : null),
    onRefused: reportRefused,
    onQueued: reportQueued,
    onLiveNews: reportLiveNews,
    onWiped: () => queryClient.clear(),
    onLeft: session.leave,
  });
}

function isIn(userId: UserId): boolean {
  const state = session.get();
  return state.status === "in" && state.user.id === userId;
}
