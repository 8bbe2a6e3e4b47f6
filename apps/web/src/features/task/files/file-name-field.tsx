"use client";

import { limits } from "@kanban/domain/limits";
import { type KeyboardEvent, useState } from "react";
import { focusOnMount } from "../../board/focus/focus-on-mount.ts";
import { isComposing } from "../../keyboard/is-composing.ts";
import { filesStrings } from "./files.strings.ts";

/** A file's name being changed: Enter or leaving keeps it, Esc does not. The part before the ending is selected. */
export function FileNameField({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const [text, setText] = useState(name);
  const [isOver, setIsOver] = useState(false);
  const end = (result: string | null) => {
    if (isOver) return;
    setIsOver(true);
    onDone(result);
  };
  const keep = () => end(text.trim() === "" || text.trim() === name ? null : text.trim());
  const handleKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Enter") keep();
    else if (event.key === "Escape") end(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      ref={focusOnMount}
      aria-label={filesStrings.nameOf(name)}
      value={text}
      maxLength={limits.fileName}
      onFocus={(event) => {
        const dot = name.lastIndexOf(".");
        event.currentTarget.setSelectionRange(0, dot > 0 ? dot : name.length);
      }}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={handleKeyDown}
      onBlur={keep}
      className="-mx-1 h-6 min-w-0 rounded-s border-0 bg-surface px-1 text-md outline-2 outline-accent touch:h-9"
    />
  );
}
