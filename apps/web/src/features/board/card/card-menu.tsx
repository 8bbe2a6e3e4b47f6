"use client";

import { Archive, ArrowRightLeft, Ellipsis, Maximize2, Trash2 } from "lucide-react";
import type { TaskId } from "@kanban/domain/ids";
import { iconButtonClass } from "../../../components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../../components/ui/menu.tsx";
import { strings } from "../board.strings.ts";
import { leaveBoard } from "../move/leave-board.ts";
import { useCanEdit, useScreen } from "../state/screen.tsx";
import { openTask } from "./open-task.ts";

const buttonClass = iconButtonClass(
  "absolute top-1 right-1 bg-surface opacity-0 group-hover/card:opacity-100 focus-visible:opacity-100 data-[popup-open]:opacity-100 touch:bg-transparent touch:opacity-100",
);

/** What can be done with a card without dragging it */
export function CardMenu({ taskId, title }: { taskId: TaskId; title: string }) {
  const screen = useScreen();
  const canEdit = useCanEdit();
  if (!canEdit) return null;
  const trigger = (
    <button type="button" tabIndex={-1} aria-label={strings.card.menu(title)} className={buttonClass}>
      <Ellipsis size={14} aria-hidden />
    </button>
  );
  return (
    <Menu trigger={trigger} label={strings.card.menu(title)} align="end">
      <MenuItem icon={<Maximize2 size={14} />} keys="Enter" onSelect={() => openTask(screen, taskId)}>
        {strings.card.open}
      </MenuItem>
      <MenuItem
        icon={<ArrowRightLeft size={14} />}
        keys="m"
        onSelect={() => screen.store.set({ dialog: { kind: "move", taskId } })}
      >
        {strings.card.moveTo}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Archive size={14} />} keys="e" onSelect={() => leaveBoard(screen, taskId, "task.archive")}>
        {strings.card.archive}
      </MenuItem>
      <MenuItem
        icon={<Trash2 size={14} />}
        keys="⌫"
        tone="danger"
        onSelect={() => leaveBoard(screen, taskId, "task.remove")}
      >
        {strings.card.trash}
      </MenuItem>
    </Menu>
  );
}
