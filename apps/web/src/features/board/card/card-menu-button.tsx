"use client";

import { Ellipsis } from "lucide-react";
import type { TaskId } from "@kanban/domain/ids";
import { iconButtonClass } from "../../../components/ui/icon-button.tsx";
import { strings } from "../board.strings.ts";
import { useScreen, useScreenPart } from "../state/screen.tsx";

const buttonClass = iconButtonClass(
  "absolute top-1 right-1 bg-surface opacity-0 group-hover/card:opacity-100 focus-visible:opacity-100 data-[popup-open]:opacity-100 touch:bg-transparent touch:opacity-100",
);

/** Opens the card's menu, for a hand without a second button. */
export function CardMenuButton({ taskId, title }: { taskId: TaskId; title: string }) {
  const screen = useScreen();
  const isOpen = useScreenPart((state) => state.cardMenu?.taskId === taskId);
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={strings.card.menu(title)}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      data-popup-open={isOpen || undefined}
      className={buttonClass}
      onClick={(event) => {
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        screen.store.set({ cardMenu: { taskId, x: left, y: bottom + 4 } });
      }}
    >
      <Ellipsis size={14} aria-hidden />
    </button>
  );
}
