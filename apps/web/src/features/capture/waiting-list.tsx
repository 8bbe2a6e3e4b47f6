"use client";

import { captureStrings } from "./capture.strings.ts";
import { useCaptures } from "./use-captures.ts";
import { useOwnBoardIds } from "./use-own-board-ids.ts";
import { WaitingRow } from "./waiting-row.tsx";

const strings = captureStrings.waiting;

/** What has been captured in this browser and has not arrived; nothing most days. */
export function WaitingList() {
  const { queue, state } = useCaptures();
  const hasBoard = useOwnBoardIds() !== "";
  const { captures, unkept, progress } = state;
  if (!queue || captures.length === 0) return null;
  return (
    <section aria-label={strings.label} className="grid gap-1 border-t border-line pt-3">
      <p role="status" className="text-xs text-ink-2">
        {strings.count(captures.length)}
      </p>
      <ul tabIndex={0} aria-label={strings.label} className="grid max-h-48 gap-0.5 overflow-y-auto rounded-s">
        {captures.map((capture) => (
          <WaitingRow
            key={capture.id}
            capture={capture}
            isUnkept={unkept.has(capture.id)}
            hasBoard={hasBoard}
            progress={progress}
            queue={queue}
          />
        ))}
      </ul>
    </section>
  );
}
