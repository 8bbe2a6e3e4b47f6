"use client";

import type { ReactNode } from "react";
import { Toaster } from "../../components/ui/toast.tsx";
import { idlePart } from "../../lazy/idle-part.tsx";
import { CaptureLayer } from "../capture/capture-parts.tsx";
import { Keyboard } from "../keyboard/keyboard.tsx";
import { WatchPeople } from "../people/watch-people.tsx";
import { RefusalToasts } from "../refusal/refusal-toasts.tsx";
import { SearchLayer } from "../search/search-layer.tsx";
import { WatchUndoSteps } from "../undo/watch-undo-steps.tsx";

const TooltipLayer = idlePart(() =>
  import("../../components/ui/tooltip-layer.tsx").then((module) => module.TooltipLayer),
);
const OfflineApp = idlePart(() => import("../offline-app/offline-app.tsx").then((module) => module.OfflineApp));
const WatchInbox = idlePart(() => import("../inbox/watch-inbox.tsx").then((module) => module.WatchInbox));

/** What every signed-in screen shares: tooltips, messages and the telling of refused changes. */
export function FrameProviders({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <Keyboard />
      <SearchLayer />
      <CaptureLayer />
      <RefusalToasts />
      <WatchUndoSteps />
      <OfflineApp />
      <WatchPeople />
      <WatchInbox />
      <Toaster />
      <TooltipLayer />
    </>
  );
}
