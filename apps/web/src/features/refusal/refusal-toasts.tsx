"use client";

import { useEffect } from "react";
import { showToast } from "../../components/ui/toast.tsx";
import { onRefused } from "../../sync/refusals.ts";
import { withRefusalText } from "./with-refusal-text.ts";

/** Tells a person about every change that was refused, with a way to try again. */
export function RefusalToasts() {
  useEffect(
    () =>
      onRefused(({ mutation, refusal, by, retry, discard }) => {
        // Asked for in place by whoever made the change: a reason, or which of two texts to keep.
        if (refusal.code === "WIP_REASON_REQUIRED" && by === "browser") return;
        if (refusal.code === "TEXT_CONFLICT") return;
        withRefusalText(refusal, (text, words) => {
          const actions = [
            { label: words.retry, run: retry },
            { label: words.discard, run: discard },
          ];
          showToast(text, {
            id: `refused-${mutation.input.mutationId}`,
            tone: "danger",
            actions: by === "server" ? actions : [],
            durationMs: 10_000,
          });
        });
      }),
    [],
  );
  return null;
}
