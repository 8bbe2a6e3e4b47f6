"use client";

import { useEffect, useState } from "react";
import { dropDraft, keepDraft, readDraft } from "./drafts.ts";

/**
 * An edit of a text that is saved elsewhere: `draft` is null until somebody types, every key press is kept, and one
 * that was never saved (`isRestored`) is shown again.
 */
export function useEditDraft(place: string, saved: string, canEdit = true) {
  const [kept] = useState(() => {
    const draft = canEdit ? readDraft(place) : null;
    return draft && draft.text !== saved ? draft.text : null;
  });
  const [draft, showDraft] = useState(kept);
  const [isRestored, setRestored] = useState(kept !== null);
  useEffect(() => {
    // Saved after all, by another tab or just before the crash.
    if (readDraft(place)?.text === saved) dropDraft(place);
  }, [place, saved]);
  const edit = (next: string) => {
    showDraft(next);
    setRestored(false);
    keepDraft(place, next);
  };
  /** Saved, or thrown away: the saved text shows again. */
  const settle = () => {
    showDraft(null);
    setRestored(false);
    dropDraft(place);
  };
  return { draft, isRestored, edit, settle };
}
