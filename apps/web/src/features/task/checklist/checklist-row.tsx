"use client";

import type { ChecklistItem } from "@kanban/domain/entities";
import { limits } from "@kanban/domain/limits";
import { GripVertical, SquareArrowOutUpRight, X } from "lucide-react";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { Checkbox } from "../../../components/ui/checkbox.tsx";
import { classNames } from "../../../components/ui/class-names.ts";
import { IconButton } from "../../../components/ui/icon-button.tsx";
import { useEditDraft } from "../../drafts/use-edit-draft.ts";
import { isComposing } from "../../keyboard/is-composing.ts";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { splitLines } from "./split-lines.ts";
import type { HandleProps } from "./use-item-drag.ts";

const strings = taskStrings.checklist;

/** One item: tick, text in place, handle, remove. */
export function ChecklistRow({
  item,
  isDragged,
  dropEdge,
  handleProps,
  onTick,
  onRename,
  onMove,
  onRemove,
  onPasteLines,
  onMakeTask,
}: {
  item: ChecklistItem;
  isDragged: boolean;
  dropEdge: "top" | "bottom" | null;
  handleProps: HandleProps;
  onTick: (isDone: boolean) => void;
  onRename: (text: string) => void;
  /** By how many places. */
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
  onPasteLines: (lines: { text: string; isDone: boolean }[]) => void;
  onMakeTask: () => void;
}) {
  const { canEdit } = useTaskPanel();
  const { draft, edit, settle } = useEditDraft(`item/${item.id}`, item.text, canEdit);

  const save = () => {
    const text = draft?.trim();
    settle();
    if (text && text !== item.text) onRename(text);
  };

  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      onMove(event.key === "ArrowUp" ? -1 : 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      // Leaving the field saves it, once. There is always a next one: where an item is added.
      const rows = [...(event.currentTarget.closest("section")?.querySelectorAll("textarea") ?? [])];
      rows[rows.indexOf(event.currentTarget) + 1]?.focus();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      event.currentTarget.closest<HTMLElement>("[role=dialog]")?.focus();
    } else if (event.key === "Backspace" && (draft ?? item.text) === "") {
      event.preventDefault();
      onRemove();
    }
  };

  const handlePaste = (event: ClipboardEvent) => {
    const lines = splitLines(event.clipboardData.getData("text/plain"));
    if (lines.length < 2) return;
    event.preventDefault();
    onPasteLines(lines);
  };

  return (
    <li
      data-item-id={item.id}
      className={classNames(
        "group relative -mx-1.5 flex items-start gap-0.5 rounded-m px-0.5 hover:bg-[color-mix(in_oklab,var(--ink)_4%,transparent)]",
        isDragged && "opacity-45",
        dropEdge && "before:absolute before:inset-x-2 before:h-0.5 before:rounded-full before:bg-accent",
        dropEdge === "top" && "before:-top-px",
        dropEdge === "bottom" && "before:-bottom-px",
      )}
    >
      <Checkbox
        checked={item.isDone}
        disabled={!canEdit}
        label={strings.tick(item.text)}
        onChange={onTick}
        className="mt-0.5 touch:mt-0"
      />
      {canEdit ? (
        <textarea
          dir="auto"
          rows={1}
          aria-label={strings.itemLabel(item.text)}
          value={draft ?? item.text}
          maxLength={limits.checklistText}
          onChange={(event) => edit(event.currentTarget.value.replace(/[\r\n]+/gu, " "))}
          onBlur={save}
          onKeyDown={handleKeyDown}
          onPaste={handlePaste}
          className={classNames(
            "field-sizing-content min-w-0 flex-1 resize-none rounded-s bg-transparent px-1 py-1 text-md focus-visible:outline-offset-0 touch:py-3",
            item.isDone && draft === null && "text-ink-3 line-through decoration-line-strong",
          )}
        />
      ) : (
        <span
          className={classNames(
            "min-w-0 flex-1 px-1 py-1 text-md wrap-anywhere",
            item.isDone && "text-ink-3 line-through decoration-line-strong",
          )}
        >
          {item.text}
        </span>
      )}
      {canEdit && (
        <span className="flex shrink-0 items-center py-0.5 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 touch:py-0 touch:opacity-100">
          <IconButton label={strings.makeTask(item.text)} onClick={onMakeTask}>
            <SquareArrowOutUpRight size={13} aria-hidden />
          </IconButton>
          <IconButton label={strings.remove(item.text)} onClick={onRemove}>
            <X size={13} aria-hidden />
          </IconButton>
          {/* The handle is for pointers; Alt with arrows in the text is its equal for keys. */}
          <span
            aria-hidden
            title={strings.move(item.text)}
            {...handleProps}
            className="grid h-(--control-s) w-5 cursor-grab touch-none place-items-center text-ink-3 active:cursor-grabbing touch:w-9"
          >
            <GripVertical size={13} />
          </span>
        </span>
      )}
    </li>
  );
}
