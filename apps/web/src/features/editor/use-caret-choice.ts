"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { optionId } from "../../components/ui/caret-list.tsx";

/**
 * The keys of a list of completions at the caret: arrows choose, Tab takes, Enter takes where `takesEnter` says so, Esc
 * closes it for the word that begins at `wordStart`.
 */
export function useCaretChoice({
  count,
  wordStart,
  takesEnter,
  onTake,
}: {
  count: number;
  wordStart: number | null;
  takesEnter: (active: number, hasMoved: boolean) => boolean;
  onTake: (index: number) => void;
}) {
  const listId = useId();
  const [active, setActive] = useState(0);
  const [hasMoved, setHasMoved] = useState(false);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const isOpen = count > 0 && wordStart !== null && wordStart !== closedAt;
  const at = Math.max(0, Math.min(active, count - 1));

  const point = (index: number) => {
    setActive(index);
    setHasMoved(true);
  };
  const reset = () => {
    setActive(0);
    setHasMoved(false);
  };
  const take = (index: number) => {
    onTake(index);
    reset();
  };
  /** True when the key was the list's. */
  const handleKey = (event: KeyboardEvent): boolean => {
    if (!isOpen) return false;
    const { key } = event;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (key === "ArrowDown" && isPlain) point((at + 1) % count);
    else if (key === "ArrowUp" && isPlain) point((at - 1 + count) % count);
    else if (key === "Escape") setClosedAt(wordStart);
    else if (key === "Tab" && isPlain) take(at);
    else if (key === "Enter" && isPlain && takesEnter(at, hasMoved)) take(at);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  /** Told where the word at the caret begins now; another one opens the list again. */
  const noteWord = (start: number | null) => {
    if (closedAt !== null && start !== closedAt) setClosedAt(null);
  };
  const fieldProps = isOpen
    ? { "aria-controls": listId, "aria-activedescendant": optionId(listId, at), "aria-haspopup": "listbox" as const }
    : {};
  return { listId, isOpen, active: at, point, reset, take, handleKey, noteWord, fieldProps };
}
