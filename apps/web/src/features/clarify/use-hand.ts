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

/**
 * What this tab may clarify: not known yet, what the server has handed it (`ids`), or these first and then everything,
 * since nobody can be asked. `lost` is what was wanted before all else and is in somebody else's hand.
 */
export type Hand = { kind: "asking" | "held" | "all"; ids: ReadonlySet<TaskId>; lost: TaskId | null };

/** Before the server was asked. */
export const emptyHand: Hand = { kind: "asking", ids: new Set(), lost: null };

/** The hand after the server has handed out `taken`. */
export function handedOut(wanted: readonly TaskId[], taken: readonly TaskId[]): Hand {
  const [first] = wanted;
  return { kind: "held", ids: new Set(taken), lost: first && !taken.includes(first) ? first : null };
}

/** The hand when no answer comes. Who was handed nothing goes on waiting: all of it was in the hands of others. */
export function unanswered(hand: Hand): Hand {
  return hand.kind === "held" && hand.ids.size === 0 ? hand : { ...hand, kind: "all" };
}

/**
 * Asks for the first of `wanted` that nobody else has in hand, and keeps them while the deck is open. It is a courtesy, not
 * a lock: without a network, or when the server has no answer, everything is there to be clarified.
 */
export function useHand(wanted: readonly TaskId[]): Hand {
  const client = useTrpcClient();
  const isOffline = useConnection().state === "offline";
  const [hand, setHand] = useState(emptyHand);
  const key = wanted.slice(0, limits.clarifyWanted).join();
  const isIdle = hand.kind === "held" && hand.ids.size === 0 && key !== "";
  useEffect(() => {
    if (isOffline || key === "") return;
    let isOver = false;
    const asked = key.split(",") as TaskId[];
    const giveUp = () => {
      if (!isOver) setHand(unanswered);
    };
    const ask = () => {
      client.clarify.take.mutate({ tabId, wanted: asked }).then(({ taken }) => {
        clearTimeout(patience);
        if (!isOver) setHand(handedOut(asked, taken));
      }, giveUp);
    };
    const patience = setTimeout(giveUp, patienceMs);
    ask();
    const timer = setInterval(ask, isIdle ? idleBeatMs : beatMs);
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
  return isOffline ? unanswered(hand) : hand;
}
