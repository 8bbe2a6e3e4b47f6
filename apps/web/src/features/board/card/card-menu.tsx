"use client";

import { Archive, ArrowRightLeft, Ellipsis, Maximize2, Trash2 } from "lucide-react";
import { useState } from "react";
import type { TaskId } from "@kanban/domain/ids";
import { classNames } from "../../../components/ui/class-names.ts";
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

/** What can be done with a card without dragging it. The menu itself is made when it is first asked for. */
export function CardMenu({ taskId, title }: { taskId: TaskId; title: string }) {
  const canEdit = useCanEdit();
  const [isMade, setIsMade] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  if (!canEdit) return null;
  const button = (
    <button
      type="button"
      tabIndex={-1}
      aria-label={strings.card.menu(title)}
      aria-haspopup="menu"
      className={classNames(buttonClass)}
      onClick={() => {
        setIsMade(true);
        setIsOpen(true);
      }}
    >
      <Ellipsis size={14} aria-hidden />
    </button>
  );
  if (!isMade) return button;
  return (
    <Menu
      trigger={
        <button type="button" tabIndex={-1} aria-label={strings.card.menu(title)} className={buttonClass}>
          <Ellipsis size={14} aria-hidden />
        </button>
      }
      label={strings.card.menu(title)}
      align="end"
      open={isOpen}
      onOpenChange={setIsOpen}
    >
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
