"use client";

import dynamic from "next/dynamic";
import { useScreenPart } from "../state/screen.tsx";

const CardMenu = dynamic(() => import("./card-menu.tsx").then((module) => module.CardMenu), { ssr: false });

/** Where the menu of a card appears: one for the board, made when it is asked for. */
export function CardMenuSlot() {
  const at = useScreenPart((state) => state.cardMenu);
  return at && <CardMenu key={`${at.taskId} ${at.x} ${at.y}`} at={at} />;
}
