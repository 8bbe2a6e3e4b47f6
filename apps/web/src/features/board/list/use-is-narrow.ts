"use client";

import { useSyncExternalStore } from "react";

// --breakpoint-sm
const narrow = "(max-width: 39.99rem)";

/** True on a screen as narrow as a phone's. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(narrow);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => matchMedia(narrow).matches,
    () => false,
  );
}
