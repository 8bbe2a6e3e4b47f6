"use client";

import { Archive, ChevronDown, ChevronUp, Copy, Ellipsis, Hash, Link2, ListChecks, Trash2, X } from "lucide-react";
import { iconButtonClass, IconButton } from "../../components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../components/ui/menu.tsx";
import { showToast } from "../../components/ui/toast.tsx";
import { useFirstKey } from "../keyboard/use-first-key.ts";
import { taskStrings } from "./task.strings.ts";
import { useTaskPanel } from "./task-panel-context.tsx";

const strings = taskStrings.panel;

/** Where the task is, the way to its neighbours, and what can be done with it as a whole. */
export function PanelHead({
  onNext,
  onPrevious,
  onDuplicate,
  onMakeItem,
  onArchive,
  onTrash,
}: {
  onNext: (() => void) | null;
  onPrevious: (() => void) | null;
  onDuplicate: () => void;
  onMakeItem: () => void;
  onArchive: () => void;
  onTrash: () => void;
}) {
  const { view, task, canEdit, close } = useTaskPanel();
  const firstKey = useFirstKey();
  const column = view.columns[task.columnId];
  const copy = async (text: string, said: string) => {
    try {
      await navigator.clipboard.writeText(text);
      showToast(said);
    } catch {
      // Without a secure address browsers keep the clipboard to themselves.
      showToast(strings.linkNotCopied);
    }
  };
  return (
    <div className="flex min-h-6 items-center gap-2 text-xs font-title text-ink-3">
      {task.number > 0 && (
        <span className="shrink-0 font-mono text-2xs font-medium">
          {view.board.key}-{task.number}
        </span>
      )}
      <span className="min-w-0 truncate">{column ? strings.crumb(view.board.name, column.name) : view.board.name}</span>
      <div className="ml-auto flex shrink-0 items-center gap-0.5">
        <IconButton label={strings.next} keys={firstKey("task-next")} disabled={!onNext} onClick={onNext ?? undefined}>
          <ChevronDown size={14} aria-hidden />
        </IconButton>
        <IconButton
          label={strings.previous}
          keys={firstKey("task-previous")}
          disabled={!onPrevious}
          onClick={onPrevious ?? undefined}
        >
          <ChevronUp size={14} aria-hidden />
        </IconButton>
        <Menu
          align="end"
          label={strings.more}
          trigger={
            <button type="button" aria-label={strings.more} className={iconButtonClass()}>
              <Ellipsis size={14} aria-hidden />
            </button>
          }
        >
          <MenuItem
            icon={<Link2 size={14} aria-hidden />}
            onSelect={() => void copy(location.href, strings.linkCopied)}
          >
            {strings.copyLink}
          </MenuItem>
          {task.number > 0 && (
            <MenuItem
              icon={<Hash size={14} aria-hidden />}
              onSelect={() => void copy(`${view.board.key}-${task.number}`, strings.numberCopied)}
            >
              {strings.copyNumber}
            </MenuItem>
          )}
          {canEdit && (
            <>
              <MenuSeparator />
              <MenuItem icon={<Copy size={14} aria-hidden />} onSelect={onDuplicate}>
                {strings.duplicate}
              </MenuItem>
              <MenuItem icon={<ListChecks size={14} aria-hidden />} onSelect={onMakeItem}>
                {strings.makeItem}
              </MenuItem>
              <MenuItem icon={<Archive size={14} aria-hidden />} keys={firstKey("archive")} onSelect={onArchive}>
                {strings.archive}
              </MenuItem>
              <MenuItem
                icon={<Trash2 size={14} aria-hidden />}
                keys={firstKey("trash")}
                tone="danger"
                onSelect={onTrash}
              >
                {strings.moveToTrash}
              </MenuItem>
            </>
          )}
        </Menu>
        <IconButton label={strings.close} keys="Esc" onClick={close}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}
