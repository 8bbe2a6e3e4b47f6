"use client";

import { Archive, ArrowRightLeft, Ellipsis, Maximize2, Trash2 } from "lucide-react";
import type { TaskId } from "@kanban/domain/ids";
import { iconButtonClass } from "../../../components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../../components/ui/menu.tsx";
import { useFirstKey } from "../../keyboard/use-first-key.ts";
import { strings } from "../board.strings.ts";
import { leaveBoard } from "../move/leave-board.ts";
import { useCanEdit, useScreen } from "../state/screen.tsx";
import { openTask } from "./open-task.ts";

const buttonClass = iconButtonClass(
  "absolute top-1 right-1 bg-surface opacity-0 group-hover/card:opacity-100 focus-visible:opacity-100 data-[popup-open]:opacity-100 touch:bg-transparent touch:opacity-100",
);

/** What can be done with a card without dragging it */
export function CardMenu({ taskId, title }: { taskId: TaskId; title: string }) {
  const canEdit = useCanEdit();
  if (!canEdit) return null;
  const trigger = (
    <button type="button" tabIndex={-1} aria-label={strings.card.menu(title)} className={buttonClass}>
      <Ellipsis size={14} aria-hidden />
    </button>
  );
  return (
    <Menu trigger={trigger} label={strings.card.menu(title)} align="end">
      <CardMenuItems taskId={taskId} />
    </Menu>
  );
}

function CardMenuItems({ taskId }: { taskId: TaskId }) {
  const screen = useScreen();
  const firstKey = useFirstKey();
  return (
    <>
      <MenuItem icon={<Maximize2 size={14} />} keys={firstKey("open")} onSelect={() => openTask(screen, taskId)}>
        {strings.card.open}
      </MenuItem>
      <MenuItem
        icon={<ArrowRightLeft size={14} />}
        keys={firstKey("move-to")}
        onSelect={() => screen.store.set({ dialog: { kind: "move", taskId } })}
      >
        {strings.card.moveTo}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={<Archive size={14} />}
        keys={firstKey("archive")}
        onSelect={() => leaveBoard(screen, taskId, "task.archive")}
      >
        {strings.card.archive}
      </MenuItem>
      <MenuItem
        icon={<Trash2 size={14} />}
        keys={firstKey("trash")}
        tone="danger"
        onSelect={() => leaveBoard(screen, taskId, "task.remove")}
      >
        {strings.card.trash}
      </MenuItem>
    </>
  );
}
