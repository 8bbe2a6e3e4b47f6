"use client";

import { Archive, ArrowRightLeft, CheckSquare, Maximize2, Trash2 } from "lucide-react";
import { MenuAt, MenuItem, MenuSeparator } from "../../../components/ui/menu-layer.tsx";
import { useFirstKey } from "../../keyboard/use-first-key.ts";
import { strings } from "../board.strings.ts";
import { requestFocus } from "../focus/request-focus.ts";
import { leaveBoardTogether } from "../select/leave-board-together.ts";
import { actingOn, beginTapSelecting } from "../select/select.ts";
import { selectStrings } from "../select/select.strings.ts";
import { useScreen, useBoardPart } from "../state/screen.tsx";
import type { CardMenuAt } from "../state/screen-state.ts";
import { openTask } from "./open-task.ts";

/** What can be done with a card without dragging it, or with the whole selection it belongs to. */
export function CardMenu({ at }: { at: CardMenuAt }) {
  const screen = useScreen();
  const firstKey = useFirstKey();
  const { taskId } = at;
  const title = useBoardPart((view) => view.tasks[taskId]?.title ?? "");
  const taskIds = actingOn(screen, taskId);
  const isMany = taskIds.length > 1;
  const isSelected = screen.store.get().selection.ids.has(taskId);
  const handleClose = () => {
    screen.store.set({ cardMenu: null });
    if (screen.view().tasks[taskId]) requestFocus(screen, taskId);
  };
  return (
    <MenuAt
      x={at.x}
      y={at.y}
      label={isMany ? selectStrings.menu(taskIds.length) : strings.card.menu(title)}
      onClose={handleClose}
    >
      {!isMany && (
        <MenuItem icon={<Maximize2 size={14} />} keys={firstKey("open")} onSelect={() => openTask(screen, taskId)}>
          {strings.card.open}
        </MenuItem>
      )}
      <MenuItem
        icon={<ArrowRightLeft size={14} />}
        keys={firstKey("move-to")}
        onSelect={() => screen.store.set({ dialog: { kind: "move", taskIds } })}
      >
        {strings.card.moveTo}
      </MenuItem>
      <MenuItem
        icon={<CheckSquare size={14} />}
        keys={firstKey("select")}
        onSelect={() => beginTapSelecting(screen, taskId)}
      >
        {isSelected ? selectStrings.deselect : selectStrings.select}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={<Archive size={14} />}
        keys={firstKey("archive")}
        onSelect={() => leaveBoardTogether(screen, taskIds, "task.archive")}
      >
        {strings.card.archive}
      </MenuItem>
      <MenuItem
        icon={<Trash2 size={14} />}
        keys={firstKey("trash")}
        tone="danger"
        onSelect={() => leaveBoardTogether(screen, taskIds, "task.remove")}
      >
        {strings.card.trash}
      </MenuItem>
    </MenuAt>
  );
}
