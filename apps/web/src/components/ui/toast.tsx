"use client";

import { useSyncExternalStore } from "react";
import { lazyModule } from "../../lazy/lazy-module.ts";
import { afterLoad } from "../../lazy/after-load.ts";

export type ToastAction = { label: string; keys?: string; run: () => void };
export type ToastOptions = {
  /** Replaces a toast that has the same id. */
  id?: string;
  tone?: "normal" | "danger";
  /** The first is the one offered, e.g. Undo or Retry. */
  actions?: readonly ToastAction[];
  /** Milliseconds; people need time to read and to reach Undo. */
  durationMs?: number;
};

const layer = lazyModule(() => import("./toast-layer.tsx"));
let shown = 0;

/** Says something at the foot of the screen; announced politely. Returns the toast's id. */
export function showToast(text: string, options: ToastOptions = {}): string {
  const id = options.id ?? `toast-${++shown}`;
  afterLoad(layer, (toasts) => toasts.showNow(id, text, options));
  return id;
}

/** Where toasts appear; stands once around the app. */
export function Toaster() {
  const loaded = useSyncExternalStore(layer.subscribe, layer.loaded, () => null);
  return loaded && <loaded.ToastLayer />;
}
