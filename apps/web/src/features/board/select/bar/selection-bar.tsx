"use client";

import { Archive, ArrowRightLeft, AtSign, FolderClosed, Tag, Trash2, UserRound, X } from "lucide-react";
import { useEffect, useLayoutEffect, useRef } from "react";
import { IconButton } from "../../../../components/ui/icon-button.tsx";
import { mountSelection } from "../../../keyboard/mounted-selection.ts";
import { useBoardPart, useScreen, useScreenPart } from "../../state/screen.tsx";
import { leaveBoardTogether } from "../leave-board-together.ts";
import { clearSelection, pruneSelection, selectedIds } from "../select.ts";
import { selectStrings } from "../select.strings.ts";
import { BarButton } from "./bar-button.tsx";
import { DueAction } from "./due-action.tsx";
import { ListAction } from "./list-action.tsx";
import { PriorityAction } from "./priority-action.tsx";
import { selectionForPalette } from "./selection-for-palette.ts";

const texts = selectStrings.actions;

/** What can be done with the chosen tasks, at the foot of the board while there are any. */
export function SelectionBar() {
  const screen = useScreen();
  const bar = useRef<HTMLElement>(null);
  const ids = useScreenPart((state) => state.selection.ids);
  const tasks = useBoardPart((view) => view.tasks);
  useEffect(() => pruneSelection(screen), [screen, tasks]);
  useLayoutEffect(() => mountSelection(selectionForPalette(screen)), [screen, ids]);
  useLayoutEffect(() => {
    // Messages stand above the bar: Undo must be in reach.
    const { style } = document.documentElement;
    style.setProperty("--foot", `${(bar.current?.offsetHeight ?? 0) + 12}px`);
    return () => void style.removeProperty("--foot");
  }, []);
  const leave = (way: "task.archive" | "task.remove") => leaveBoardTogether(screen, selectedIds(screen), way);
  return (
    <section
      ref={bar}
      aria-label={selectStrings.bar}
      className={
        "absolute bottom-[calc(16px+env(safe-area-inset-bottom))] left-1/2 z-30 flex max-w-[calc(100%-24px)] -translate-x-1/2 items-center gap-1 rounded-l border border-line bg-raised p-1.5 shadow-3 forced-colors:border " +
        "max-sm:bottom-[calc(8px+env(safe-area-inset-bottom))] max-sm:w-[calc(100%-16px)] max-sm:flex-wrap motion-safe:animate-[layer-in_var(--medium)_var(--ease)]"
      }
    >
      <p className="px-2 text-sm font-strong whitespace-nowrap tabular-nums max-sm:flex-1">
        {selectStrings.count(ids.size)}
      </p>
      <span aria-hidden className="mx-0.5 h-5 w-px bg-line max-sm:hidden" />
      <div className="contents max-sm:order-1 max-sm:grid max-sm:w-full max-sm:grid-cols-5 max-sm:gap-0.5">
        <BarButton
          icon={<ArrowRightLeft size={15} />}
          label={texts.move}
          command="move-to"
          onClick={() => screen.store.set({ dialog: { kind: "move", taskIds: selectedIds(screen) } })}
        />
        <ListAction panel="tags" icon={<Tag size={15} />} />
        <ListAction panel="contexts" icon={<AtSign size={15} />} />
        <ListAction panel="project" icon={<FolderClosed size={15} />} />
        <ListAction panel="assign" icon={<UserRound size={15} />} />
        <DueAction />
        <PriorityAction />
        <BarButton
          icon={<Archive size={15} />}
          label={texts.archive}
          command="archive"
          onClick={() => leave("task.archive")}
        />
        <BarButton
          icon={<Trash2 size={15} />}
          label={texts.trash}
          command="trash"
          tone="danger"
          onClick={() => leave("task.remove")}
        />
      </div>
      <span aria-hidden className="mx-0.5 h-5 w-px bg-line max-sm:hidden" />
      <IconButton label={selectStrings.clear} keys="Esc" onClick={() => clearSelection(screen)}>
        <X size={15} aria-hidden />
      </IconButton>
    </section>
  );
}
