"use client";

import { useSyncExternalStore } from "react";
import { taskStrings } from "../task.strings.ts";
import { useUploadQueue } from "./use-uploads.ts";

const subscribeToNothing = () => () => {};

/** One of our own files in a text. While it is on its way it stands there as words: nobody has it yet. */
export function NotesImage({ src, alt }: { src: string; alt: string }) {
  const queue = useUploadQueue();
  const id = src.slice(src.lastIndexOf("/") + 1);
  const isOnItsWay = () => queue?.store.get().uploads.some((one) => one.id === id && one.state !== "sent") ?? false;
  const isComing = useSyncExternalStore(queue?.store.subscribe ?? subscribeToNothing, isOnItsWay, () => false);
  if (isComing) return <span className="text-ink-3 italic">{taskStrings.notes.imageComing(alt)}</span>;
  return <img src={src} alt={alt} loading="lazy" decoding="async" className="max-h-80 max-w-full rounded-m" />;
}
