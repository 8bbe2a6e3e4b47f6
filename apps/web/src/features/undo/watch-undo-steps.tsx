"use client";

import { useEffect } from "react";
import { onQueued } from "../../sync/queued.ts";
import { onRefused } from "../../sync/refusals.ts";
import { noteQueued, noteRefused } from "./undo-steps.ts";

/** Keeps the list of what can be undone. Stands once in the frame, so that no act on any screen is missed. */
export function WatchUndoSteps() {
  useEffect(() => {
    const stops = [onQueued(noteQueued), onRefused(({ mutation }) => noteRefused(mutation))];
    return () => stops.forEach((stop) => stop());
  }, []);
  return null;
}
