"use client";

import { useEffect, useState } from "react";
import { forgetShared, readShared, type SharedThing, sharedIds } from "../shared/shared-things.ts";

type Found = { thing: SharedThing; left: number } | "none" | null;

/** What was shared under an id, else the oldest that waits; `null` while the disk is read. */
export function useShared(id: string | null) {
  const [found, setFound] = useState<Found>(null);
  useEffect(() => {
    let isOver = false;
    const look = async () => {
      const ids = await sharedIds();
      const thing = await readShared(id !== null && ids.includes(id) ? id : (ids[0] ?? ""));
      if (!isOver) setFound(thing ? { thing, left: ids.length - 1 } : "none");
    };
    look().catch(() => setFound("none"));
    return () => {
      isOver = true;
    };
  }, [id]);
  return { found, forget: (thing: SharedThing) => void forgetShared(thing.id).catch(() => {}) };
}
