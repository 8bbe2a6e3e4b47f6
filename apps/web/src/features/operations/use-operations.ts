"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ApiOutputs } from "../../trpc/app-router.ts";
import { useTrpc, useTrpcClient } from "../../trpc/provider.tsx";

/** How the instance is, as the API tells it. */
export type OperationsStatus = ApiOutputs["operations"]["status"];

/** What can be decided. */
export type Operation = OperationsStatus["decisions"][number]["operation"];

const lookEveryMs = 4_000;
/** While the worker's answer to the first question is on its way. */
const lookSoonMs = 1_000;
const askEveryMs = 6_000;
/** A worker that runs answers within a second; then it takes the next look to see it. */
const patienceMs = 8_000;
/** A worker that was not heard for so long has been asked several times and has not answered. */
const silentAfterMs = 45_000;

/** Whether what the worker said is as old as it may be while somebody looks. */
export function isWorkerSilent({ now, worker }: Pick<OperationsStatus, "now" | "worker">): boolean {
  return worker.lastHeardAt === null || Date.parse(now) - Date.parse(worker.lastHeardAt) > silentAfterMs;
}

/** The status, looked at every few seconds while the page is visible, and the worker asked for its side. */
export function useOperations() {
  const trpc = useTrpc();
  const client = useTrpcClient();
  const [isPatient, setPatient] = useState(true);

  useEffect(() => {
    const ask = () => {
      // The status says whether the server answers; a question that gets lost is asked again.
      if (document.visibilityState === "visible") void client.operations.refresh.mutate().catch(() => {});
    };
    ask();
    const asking = setInterval(ask, askEveryMs);
    const waiting = setTimeout(() => setPatient(false), patienceMs);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(asking);
      clearTimeout(waiting);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [client]);

  const status = useQuery(
    trpc.operations.status.queryOptions(undefined, {
      staleTime: 0,
      refetchInterval: ({ state: { data } }) => (data && isPatient && isWorkerSilent(data) ? lookSoonMs : lookEveryMs),
    }),
  );
  return { status, isPatient };
}
