"use client";

import { Archive, Ellipsis, Keyboard, Plus, Settings2 } from "lucide-react";
import { iconButtonClass } from "../../../components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../../components/ui/menu.tsx";
import { showCheatSheet } from "../../keyboard/keyboard-layer.ts";
import { useFirstKey } from "../../keyboard/use-first-key.ts";
import { strings } from "../board.strings.ts";
import { useCanEdit, useScreen } from "../state/screen.tsx";

const texts = strings.board;

/** What can be done with the board as a whole. */
export function BoardMenu() {
  const { store } = useScreen();
  const canEdit = useCanEdit();
  const firstKey = useFirstKey();
  const addColumn = () => {
    store.set({ isAddingColumn: true });
    const board = document.getElementById("board-columns");
    board?.scrollTo({ left: board.scrollWidth });
  };
  const trigger = (
    <button type="button" aria-label={texts.menu} className={iconButtonClass("size-(--control)!")}>
      <Ellipsis size={16} aria-hidden />
    </button>
  );
  return (
    <Menu trigger={trigger} label={texts.menu} align="end">
      {canEdit && (
        <>
          <MenuItem icon={<Settings2 size={14} />} onSelect={() => store.set({ dialog: { kind: "settings" } })}>
            {texts.settings}
          </MenuItem>
          <MenuItem icon={<Plus size={14} />} onSelect={addColumn}>
            {texts.addColumn}
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      <MenuItem icon={<Archive size={14} />} onSelect={() => store.set({ dialog: { kind: "gone" } })}>
        {texts.gone}
      </MenuItem>
      <MenuItem icon={<Keyboard size={14} />} keys={firstKey("show-keys")} onSelect={showCheatSheet}>
        {texts.keys}
      </MenuItem>
    </Menu>
  );
}
