"use client";

import { useEffect } from "react";
import { onRefused } from "../../../sync/refusals.ts";
import { withRefusalText } from "../../refusal/with-refusal-text.ts";
import { announce } from "../state/announce.ts";
import { useScreen } from "../state/screen.tsx";

/** Says at once why a change of this board was refused; the toast for the eye is the frame's. */
export function useSpokenRefusals(): void {
  const screen = useScreen();
  useEffect(
    () =>
      onRefused(({ mutation, refusal, by }) => {
        const isAskedInPlace = by === "browser" && refusal.code === "WIP_REASON_REQUIRED";
        if (mutation.input.boardId === screen.boardId && !isAskedInPlace)
          withRefusalText(refusal, (text) => announce(screen, text));
      }),
    [screen],
  );
}
