"use client";

import { createStore, useStore } from "../store/create-store.ts";

/** How many tasks of all boards nobody has clarified; kept by `WatchInbox`, which comes later than the first picture. */
export const inboxCount = createStore<{ count: number }>({ count: 0 });

/** How many tasks wait to be clarified. */
export function useInboxCount(): number {
  return useStore(inboxCount, ({ count }) => count);
}
