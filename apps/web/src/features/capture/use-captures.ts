"use client";

import { useSyncExternalStore } from "react";
import { useSignedInUser } from "../auth/signed-in.tsx";
import type { CaptureQueue, QueueState } from "./queue/capture-queue.ts";
import { capturesOf } from "./queue/captures-of.ts";

const nothing: QueueState = { captures: [], unkept: new Set(), progress: {} };
const nobody = { subscribe: () => () => {}, get: () => nothing };

/** The captures of whoever is signed in that have not arrived, and the queue they wait in; `null` while that is not known. */
export function useCaptures(): { queue: CaptureQueue | null; state: QueueState } {
  const user = useSignedInUser();
  const queue = user && capturesOf(user.id);
  const { subscribe, get } = queue?.store ?? nobody;
  return { queue, state: useSyncExternalStore(subscribe, get, () => nothing) };
}
