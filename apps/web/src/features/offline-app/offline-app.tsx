"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { showToast } from "../../components/ui/toast.tsx";
import { offlineAppStrings } from "./offline-app.strings.ts";
import { keepPage, watchUpdates } from "./watch-updates.ts";

/** The app's own program in the browser, where there can be one: only the built app has a service worker. */
const isSupported =
  process.env.NODE_ENV === "production" && typeof navigator !== "undefined" && "serviceWorker" in navigator;

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
    if (isSupported) void keepPage(pathname);
  }, [pathname]);
  return null;
}
