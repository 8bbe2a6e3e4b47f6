"use client";

import { Plus } from "lucide-react";
import { type SubmitEvent, type KeyboardEvent, useState } from "react";
import type { ColumnId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { Button } from "../../../components/ui/button.tsx";
import { fieldClass } from "../../../components/ui/text-field.tsx";
import { focusOnMount } from "../focus/focus-on-mount.ts";
import { strings } from "../board.strings.ts";
import { newId } from "../../../sync/new-id.ts";
import { useScreen, useScreenPart } from "../state/screen.tsx";

const texts = strings.column;

/** The end of the board: adds a column of next actions; its kind is changed in its menu. */
export function AddColumn() {
  const screen = useScreen();
  const isOpen = useScreenPart((state) => state.isAddingColumn);
  const setIsOpen = (isAddingColumn: boolean) => screen.store.set({ isAddingColumn });
  const [name, setName] = useState("");
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    const { refused } = screen.mutate("column.create", { columnId: newId<ColumnId>(), name, kind: "next" });
    if (refused) return;
    setName("");
    setIsOpen(false);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") setIsOpen(false);
  };
  if (!isOpen) {
    return (
      <button
        type="button"
        onClick={() => setIsOpen(true)}
        className="flex h-9 w-44 shrink-0 items-center gap-1.5 rounded-l px-3 text-sm font-title text-ink-3 hover:bg-sunken hover:text-ink touch:h-11 max-sm:snap-center"
      >
        <Plus size={14} aria-hidden />
        {texts.add}
      </button>
    );
  }
  return (
    <form
      onSubmit={handleSubmit}
      onKeyDown={handleKeyDown}
      className="grid w-[268px] shrink-0 gap-2 self-start rounded-l bg-sunken p-2 max-sm:snap-center"
    >
      <input
        ref={focusOnMount}
        aria-label={texts.newName}
        placeholder={texts.newName}
        value={name}
        maxLength={limits.name}
        onChange={(event) => setName(event.currentTarget.value)}
        className={fieldClass}
      />
      <div className="flex gap-2">
        <Button type="submit" tone="primary">
          {texts.create}
        </Button>
        <Button tone="quiet" onClick={() => setIsOpen(false)}>
          {strings.move.cancel}
        </Button>
      </div>
    </form>
  );
}
