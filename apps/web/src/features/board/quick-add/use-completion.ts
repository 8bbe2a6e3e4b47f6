"use client";

import { useState } from "react";
import { openLabelAt } from "@kanban/domain/capture-syntax/open-label";
import { writeLabel } from "@kanban/domain/capture-syntax/write-token";
import { insertText } from "../../editor/insert-text.ts";
import { useCaretChoice } from "../../editor/use-caret-choice.ts";
import { suggestLabels, takesEnter } from "./suggest-labels.ts";
import { useLabelRows } from "./use-label-rows.ts";
import type { Line } from "./use-line.ts";

/** Completion of the label at the caret of a quick-add line. */
export function useCompletion({ field, text }: Pick<Line, "field" | "text">) {
  const rows = useLabelRows();
  const [caret, setCaret] = useState<number | null>(null);
  const open = caret === null ? null : openLabelAt(text, caret);
  const suggestions = open ? suggestLabels(rows, open) : [];
  const list = useCaretChoice({
    count: suggestions.length,
    wordStart: open?.start ?? null,
    takesEnter: (active, hasMoved) => takesEnter(suggestions, open?.query ?? "", active, hasMoved),
    onTake: (index) => {
      const chosen = suggestions[index];
      if (!open || !chosen || !field.current) return;
      const tail = /^\s/u.test(text.slice(open.end)) ? "" : " ";
      const insert = writeLabel(chosen.kind, chosen.name) + tail;
      insertText(field.current, { start: open.start, end: open.end, insert });
    },
  });
  const handleSelect = () => {
    const element = field.current;
    if (!element || document.activeElement !== element) return;
    const next = element.selectionStart === element.selectionEnd ? element.selectionStart : null;
    setCaret(next);
    list.noteWord(next !== null ? (openLabelAt(element.value, next)?.start ?? null) : null);
  };
  return {
    ...{ ...list, open, suggestions, handleSelect },
    handleInput: () => {
      list.reset();
      handleSelect();
    },
    handleBlur: () => setCaret(null),
  };
}
