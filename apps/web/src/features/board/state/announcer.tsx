"use client";

import { strings } from "../board.strings.ts";
import { useScreenPart } from "./screen.tsx";

/** The live region of the board. The same sentence twice is read twice: every turn is a new node. */
export function Announcer() {
  const { text, turn } = useScreenPart((state) => state.announcement);
  return (
    <div role="status" aria-live="assertive" aria-label={strings.board.announcements} className="sr-only">
      <span key={turn}>{text}</span>
    </div>
  );
}
