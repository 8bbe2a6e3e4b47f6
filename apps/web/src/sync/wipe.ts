"use client";

import { forgetEngine, runningEngine } from "./engine-of.ts";

/**
 * For sign-out: forgets the boards, the queued changes and the query cache of the signed-in user on this device and in
 * every other tab. Changes not yet sent are lost: ask first when `useConnection().queued` is not 0.
 */
export async function wipeLocalData(): Promise<void> {
  await runningEngine()?.wipe();
  forgetEngine();
}
