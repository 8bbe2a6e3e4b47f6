"use client";

import { useState, useSyncExternalStore } from "react";
import { isFromEarlier, keepDraft, onDrafts, readDraft } from "./drafts.ts";

/** The text of a field whose every key press is kept as a draft; `setText("")` forgets it. */
export function useDraft(place: string) {
  const [isFromBefore, setFromBefore] = useState(() => {
    const kept = readDraft(place);
    return kept !== null && isFromEarlier(kept);
  });
  // Read where it is kept: a plain field may have been typed into until this one was there.
  const text = useSyncExternalStore(
    onDrafts,
    () => readDraft(place)?.text ?? "",
    () => "",
  );
  const setText = (next: string) => {
    setFromBefore(false);
    keepDraft(place, next);
  };
  return { text, setText, isRestored: isFromBefore && text !== "" };
}
