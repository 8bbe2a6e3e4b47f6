"use client";

import { strings } from "../board.strings.ts";
import { useCanEdit, useScreenPart } from "../state/screen.tsx";

/** What the keys do, shown for the eye while a card has the keyboard's focus. */
export function CardInstructions() {
  const canEdit = useCanEdit();
  const isLifted = useScreenPart((state) => state.lift !== null);
  if (!canEdit) return null;
  return (
    <p
      id="card-instructions"
      className="pointer-events-none absolute right-5 bottom-2 z-20 hidden rounded-full bg-ink px-3 py-1 text-xs font-title whitespace-nowrap text-canvas shadow-2 group-has-[article:focus-visible]/board:block max-sm:hidden!"
    >
      {isLifted ? strings.card.liftedInstructions : strings.card.instructions}
    </p>
  );
}
