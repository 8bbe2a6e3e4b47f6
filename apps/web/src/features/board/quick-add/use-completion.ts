"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { openLabelAt } from "@kanban/domain/capture-syntax/open-label";
import { writeLabel } from "@kanban/domain/capture-syntax/write-token";
import { optionId } from "../../../components/ui/caret-list.tsx";
import { insertText } from "../../editor/insert-text.ts";
import { suggestLabels, takesEnter } from "./suggest-labels.ts";
import { useLabelRows } from "./use-label-rows.ts";
import type { Line } from "./use-line.ts";

/** Completion of the label at the caret: Tab and Enter take, arrows choose, Esc closes. */
export function useCompletion({ field, text }: Pick<Line, "field" | "text">) {
  const rows = useLabelRows();
  const listId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const [hasMoved, setHasMoved] = useState(false);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const open = caret === null ? null : openLabelAt(text, caret);
  const suggestions = open && open.start !== closedAt ? suggestLabels(rows, open) : [];
  const isOpen = suggestions.length > 0;
  const at = Math.min(active, suggestions.length - 1);

  const take = (index: number) => {
    const chosen = suggestions[index];
    if (!open || !chosen || !field.current) return;
    const tail = /^\s/u.test(text.slice(open.end)) ? "" : " ";
    const insert = writeLabel(chosen.kind, chosen.name) + tail;
    insertText(field.current, { start: open.start, end: open.end, insert });
    reset();
  };
  const reset = () => {
    setActive(0);
    setHasMoved(false);
  };
  const point = (index: number) => {
    setActive(index);
    setHasMoved(true);
  };
  /** True when the key was the list's. */
  const handleKey = (event: KeyboardEvent): boolean => {
    if (!isOpen || !open) return false;
    const { key } = event;
    if (key === "ArrowDown") point((at + 1) % suggestions.length);
    else if (key === "ArrowUp") point((at - 1 + suggestions.length) % suggestions.length);
    else if (key === "Escape") setClosedAt(open.start);
    else if (key === "Tab" && !event.shiftKey) take(at);
    else if (key === "Enter" && !event.ctrlKey && !event.metaKey && takesEnter(suggestions, open.query, at, hasMoved))
      take(at);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const handleSelect = () => {
    const element = field.current;
    if (!element) return;
    const isCaret = document.activeElement === element && element.selectionStart === element.selectionEnd;
    setCaret(isCaret ? element.selectionStart : null);
    if (closedAt !== null && openLabelAt(element.value, element.selectionStart)?.start !== closedAt) setClosedAt(null);
  };
  const handleInput = () => {
    reset();
    handleSelect();
  };
  return {
    ...{ listId, suggestions, isOpen, active: at, open, take, point, handleKey, handleSelect, handleInput },
    handleBlur: () => setCaret(null),
    fieldProps: isOpen
      ? { "aria-controls": listId, "aria-activedescendant": optionId(listId, at), "aria-haspopup": "listbox" as const }
      : {},
  };
}
