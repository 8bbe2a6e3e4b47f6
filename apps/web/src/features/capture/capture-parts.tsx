"use client";

import { idlePart } from "../../lazy/idle-part.tsx";
import { lazyPart } from "../../lazy/lazy-part.tsx";
import { closeCapture, useCaptureOpening } from "./capture-layer.ts";

const CaptureOverlay = lazyPart(() => import("./capture-overlay.tsx").then((module) => module.CaptureOverlay));
const WatchCaptures = idlePart(() => import("./watch-captures.tsx").then((module) => module.WatchCaptures));

/** The capture dialog over any signed-in screen, and what sends captures. Stands once in the frame. */
export function CaptureLayer() {
  const opening = useCaptureOpening();
  return (
    <>
      <WatchCaptures />
      {opening && <CaptureOverlay boardId={opening.boardId} onClose={closeCapture} />}
    </>
  );
}
