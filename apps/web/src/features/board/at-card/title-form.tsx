"use client";

import { type KeyboardEvent, useState } from "react";
import { limits } from "@kanban/domain/limits";
import { isComposing } from "../../keyboard/is-composing.ts";
import { taskStrings } from "../../task/task.strings.ts";
import { strings } from "../board.strings.ts";

/** The title in a field: Enter takes it, Esc leaves it as it was, and so does an empty one. */
export function TitleForm({ title, onDone }: { title: string; onDone: (title: string | null) => void }) {
  const [text, setText] = useState(title);
  const handleKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.key !== "Enter") return;
    event.preventDefault();
    const next = text.replace(/\s+/gu, " ").trim();
    onDone(next === "" || next === title ? null : next);
  };
  return (
    <div className="grid gap-1.5">
      <textarea
        rows={1}
        aria-label={taskStrings.title.label}
        value={text}
        maxLength={limits.title}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.currentTarget.value.replace(/[\r\n]+/gu, " "))}
        onKeyDown={handleKeyDown}
        className="field-sizing-content max-h-40 w-full resize-none rounded-m border border-edge bg-surface px-2.5 py-1.5 text-md font-title focus-visible:border-accent focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-accent"
      />
      <p className="text-2xs text-ink-3">{strings.card.titleKeys}</p>
    </div>
  );
}
