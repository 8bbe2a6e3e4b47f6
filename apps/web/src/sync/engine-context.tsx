"use client";

import { createContext, type ReactNode, use, useEffect } from "react";
import type { QueryClient } from "@tanstack/react-query";
import { useQueryClient } from "@tanstack/react-query";
import type { UserId } from "@kanban/domain/ids";
import { engineOf } from "./engine-of.ts";
import type { SyncEngine } from "./sync-engine-types.ts";

const EngineContext = createContext<SyncEngine | null>(null);

/** Gives everything below it the sync engine of one signed-in user; stands inside `TrpcProvider`. */
export function SyncProvider({ userId, children }: { userId: UserId; children: ReactNode }) {
  const queryClient: QueryClient = useQueryClient();
  const engine = engineOf(userId, queryClient);
  useEffect(() => {
    engine.start();
    return () => engine.stop();
  }, [engine]);
  return <EngineContext value={engine}>{children}</EngineContext>;
}

/** Gives everything below it an engine that was made elsewhere. */
export function GivenEngine({ engine, children }: { engine: SyncEngine; children: ReactNode }) {
  return <EngineContext value={engine}>{children}</EngineContext>;
}

/** The engine of the signed-in user; throws outside `SyncProvider`. */
export function useSyncEngine(): SyncEngine {
  const engine = use(EngineContext);
  if (!engine) throw new Error("useSyncEngine needs a SyncProvider above it");
  return engine;
}
