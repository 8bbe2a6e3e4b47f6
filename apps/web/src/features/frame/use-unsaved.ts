"use client";

import { useConnection } from "../../sync/use-connection.ts";
import { useCapturesWaiting } from "../capture/captures-waiting.ts";

/** How many changes and captures signing out would lose. */
export function useUnsaved(): number {
  const { queued } = useConnection();
  const { onTheirWay, needPerson } = useCapturesWaiting();
  return queued + onTheirWay + needPerson;
}
