"use client";

import { lazyPart } from "../../../lazy/lazy-part.tsx";
import { useScreenPart } from "../state/screen.tsx";

const CardMenu = lazyPart(() => import("./card-menu.tsx").then((module) => module.CardMenu));

/** Where the menu of a card appears: one for the board, made when it is asked for. */
export function CardMenuSlot() {
  const at = useScreenPart((state) => state.cardMenu);
  return at && <CardMenu key={`${at.taskId} ${at.x} ${at.y}`} at={at} />;
}
