"use client";

import type { TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { useEffect, useState } from "react";
import { newId } from "../../sync/new-id.ts";
import { useConnection } from "../../sync/use-connection.ts";
import { useTrpcClient } from "../../trpc/provider.tsx";
import { session } from "../auth/session.ts";

/** Often enough that two lost beats do not cost an item (`limits.clarifyLeaseSeconds`). */
const beatMs = 20_000;
/** Whoever is handed nothing looks again sooner: the others may have left. */
const idleBeatMs = 5_000;
/** Without an answer for so long one works on with what is there. */
const patienceMs = 3_000;

const tabId = newId();

/** What this tab may clarify: not known yet, everything (nobody can be asked), or what the server has handed it. */
export type Hand = { kind: "asking" } | { kind: "all" } | { kind: "held"; ids: ReadonlySet<TaskId> };

/**
 * Asks for the first of `wanted` that nobody else has in hand, and keeps them while the deck is open. It is a courtesy, not
 * a lock: without a network, or when the server has no answer, everything is there to be clarified.
 */
export function useHand(wanted: readonly TaskId[]): Hand {
  const client = useTrpcClient();
  const isOffline = useConnection().state === "offline";
  const [hand, setHand] = useState<Hand>({ kind: "asking" });
  const key = wanted.slice(0, limits.clarifyWanted).join();
  const isIdle = hand.kind === "held" && hand.ids.size === 0 && key !== "";
  useEffect(() => {
    if (isOffline || key === "") return;
    let isOver = false;
    const giveUp = () => {
      if (!isOver) setHand((before) => (before.kind === "asking" ? { kind: "all" } : before));
    };
    const ask = () => {
      client.clarify.take.mutate({ tabId, wanted: key.split(",") }).then(
        ({ taken }) => {
          if (!isOver) setHand({ kind: "held", ids: new Set(taken) });
        },
        () => {
          if (!isOver) setHand({ kind: "all" });
        },
      );
    };
    ask();
    const timer = setInterval(ask, isIdle ? idleBeatMs : beatMs);
    const patience = setTimeout(giveUp, patienceMs);
    return () => {
      isOver = true;
      clearInterval(timer);
      clearTimeout(patience);
    };
  }, [client, key, isOffline, isIdle]);
  useEffect(
    () => () => {
      if (session.get().status === "in") void client.clarify.release.mutate({ tabId }).catch(() => undefined);
    },
    [client],
  );
  return isOffline ? { kind: "all" } : hand;
}
