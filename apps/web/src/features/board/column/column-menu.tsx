"use client";

import { ArrowLeft, ArrowRight, Ellipsis, Gauge, PanelLeftClose, Pencil, Trash2 } from "lucide-react";
import { columnKinds } from "@kanban/domain/column-kind";
import { orderedColumns, tasksInColumn } from "@kanban/domain/board-view";
import type { Column } from "@kanban/domain/entities";
import { iconButtonClass } from "../../../components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuRadioGroup, MenuSeparator, MenuSub } from "../../../components/ui/menu.tsx";
import { strings } from "../board.strings.ts";
import { setColumnCollapsed } from "../state/collapsed-columns.ts";
import { useBoardPart, useScreen } from "../state/screen.tsx";
import { ColumnIcon } from "./column-icon.tsx";
import { moveColumn } from "./move-column.ts";

const texts = strings.column;
const kinds = columnKinds.map((kind) => ({
  value: kind,
  label: texts.kinds[kind],
  icon: <ColumnIcon kind={kind} />,
}));

/** Everything that can be done with a column beside its tasks. */
export function ColumnMenu({ column, onRename }: { column: Column; onRename: () => void }) {
  const screen = useScreen();
  const place = useBoardPart((view) => orderedColumns(view).findIndex(({ id }) => id === column.id));
  const isLast = useBoardPart((view) => place === Object.keys(view.columns).length - 1);
  const isEmpty = useBoardPart((view) => tasksInColumn(view, column.id).length === 0);
  const trigger = (
    <button type="button" aria-label={texts.menu(column.name)} className={iconButtonClass()}>
      <Ellipsis size={14} aria-hidden />
    </button>
  );
  return (
    <Menu trigger={trigger} label={texts.menu(column.name)} align="end">
      <MenuItem icon={<Pencil size={14} />} onSelect={onRename}>
        {texts.renameItem}
      </MenuItem>
      <MenuItem
        icon={<Gauge size={14} />}
        onSelect={() => screen.store.set({ dialog: { kind: "wip-limit", columnId: column.id } })}
      >
        {texts.setLimit}
      </MenuItem>
      <MenuSub icon={<ColumnIcon kind={column.kind} />} label={texts.kind}>
        <MenuRadioGroup
          value={column.kind}
          options={kinds}
          onChange={(kind) => screen.mutate("column.update", { columnId: column.id, kind })}
        />
      </MenuSub>
      <MenuSeparator />
      <MenuItem
        icon={<ArrowLeft size={14} />}
        disabled={place === 0}
        onSelect={() => moveColumn(screen, column.id, place - 1)}
      >
        {texts.moveLeft}
      </MenuItem>
      <MenuItem
        icon={<ArrowRight size={14} />}
        disabled={isLast}
        onSelect={() => moveColumn(screen, column.id, place + 1)}
      >
        {texts.moveRight}
      </MenuItem>
      <MenuItem icon={<PanelLeftClose size={14} />} onSelect={() => setColumnCollapsed(column.id, true)}>
        {texts.collapse}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={<Trash2 size={14} />}
        tone="danger"
        disabled={!isEmpty}
        onSelect={() => screen.mutate("column.remove", { columnId: column.id })}
      >
        {isEmpty ? texts.remove : texts.removeWhenEmpty}
      </MenuItem>
    </Menu>
  );
}
