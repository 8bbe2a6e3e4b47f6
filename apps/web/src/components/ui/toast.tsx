"use client";

import { useSyncExternalStore } from "react";
import { lazyModule } from "../../lazy/lazy-module.ts";
import { loadUntilThere } from "../../lazy/load-until-there.ts";
import type * as Layer from "./toast-layer.tsx";

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
const unsaid: ((toasts: typeof Layer) => void)[] = [];
layer.subscribe(() => {
  const toasts = layer.loaded();
  if (toasts) for (const say of unsaid.splice(0)) say(toasts);
});

/** Says something at the foot of the screen; announced politely. Returns the toast's id. */
export function showToast(text: string, options: ToastOptions = {}): string {
  const id = options.id ?? `toast-${++shown}`;
  const loaded = layer.loaded();
  if (loaded) loaded.showNow(id, text, options);
  else {
    unsaid.push((toasts) => toasts.showNow(id, text, options));
    loadUntilThere(layer);
  }
  return id;
}

/** Where toasts appear; stands once around the app. */
export function Toaster() {
  const loaded = useSyncExternalStore(layer.subscribe, layer.loaded, () => null);
  return loaded && <loaded.ToastLayer />;
}
