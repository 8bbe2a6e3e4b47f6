"use client";

import { useLayoutEffect, useState } from "react";
import { isFromEarlier, keepDraft, readDraft } from "./drafts.ts";

/** The text of a field whose every key press is kept as a draft; `setText("")` forgets it. */
export function useDraft(place: string) {
  const [kept] = useState(() => readDraft(place));
  const [text, showText] = useState(kept?.text ?? "");
  const [isRestored, setRestored] = useState(kept !== null && isFromEarlier(kept));
  useLayoutEffect(() => {
    // Between drawing and showing somebody may have gone on typing into the field that stood here before.
    showText(readDraft(place)?.text ?? "");
  }, [place]);
  const setText = (next: string) => {
    showText(next);
    setRestored(false);
    keepDraft(place, next);
  };
  return { text, setText, isRestored };
}
