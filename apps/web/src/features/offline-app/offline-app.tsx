"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { showToast } from "../../components/ui/toast.tsx";
import { offlineAppStrings } from "./offline-app.strings.ts";
import { keepPage, watchUpdates } from "./watch-updates.ts";

/** Only over https and on this machine there can be a service worker; only the built app has one. */
const isSupported = typeof navigator !== "undefined" && "serviceWorker" in navigator;

/** Makes the app start without a network and says when there is a new version of it. Stands once in the frame. */
export function OfflineApp() {
  const pathname = usePathname();
  useEffect(() => {
    if (!isSupported) return;
    return watchUpdates((begin) =>
      showToast(offlineAppStrings.updateReady, {
        id: "update-ready",
        actions: [
          { label: offlineAppStrings.reload, run: begin },
          { label: offlineAppStrings.later, run: () => undefined },
        ],
        durationMs: Infinity,
      }),
    );
  }, []);
  useEffect(() => {
    if (!isSupported) return;
    // Whoever pages through tasks stays on few of them.
    const timer = setTimeout(() => void keepPage(pathname), 1_500);
    return () => clearTimeout(timer);
  }, [pathname]);
  return null;
}
