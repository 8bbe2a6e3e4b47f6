"use client";

import { useSyncExternalStore } from "react";
import { useSyncEngine } from "./engine-context.tsx";
import type { Connection } from "./sync-engine-types.ts";

const atFirst: Connection = { state: "idle", queued: 0 };

/** How fresh the open boards are and how many changes still wait to be answered. */
export function useConnection(): Connection {
  const engine = useSyncEngine();
  return useSyncExternalStore(engine.subscribeConnection, engine.connection, () => atFirst);
}
