"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { capsOf } from "../key-caps.ts";
import { chordsOf } from "../key-press.ts";
import { keyboardStrings } from "../keyboard.strings.ts";
import { canRebind, conflictsOf, type Keymap, takeOver, withBindings } from "../keymap.ts";
import { Keys } from "../keys.tsx";
import type { Shortcut } from "../shortcuts.ts";

const texts = keyboardStrings.settings;
/** Keys that belong to the dialog itself, or to a focused card. */
const reserved = new Set([
  "Escape",
  "Tab",
  "Shift+Tab",
  "Space",
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "Home",
  "End",
]);

/** Listens for the new keys of a command, and says whose keys they are when they are taken. */
export function KeyRecorder({
  shortcut,
  keymap,
  onCancel,
  onSave,
}: {
  shortcut: Shortcut;
  keymap: Keymap;
  onCancel: () => void;
  onSave: (keymap: Keymap, words: string) => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [strokes, setStrokes] = useState<readonly string[]>([]);
  const label = keyboardStrings.labels[shortcut.id];
  const binding = strokes.join(" ");
  const conflicts = binding === "" ? [] : conflictsOf(keymap, shortcut.id, binding);
  const isFixed = conflicts.some((other) => !canRebind(other));
  const caps = binding === "" ? [] : capsOf(binding);
  const words = caps.join(` ${keyboardStrings.andThen} `);
  useEffect(() => box.current?.focus(), []);

  const save = () => {
    if (binding === "" || isFixed) return;
    onSave(takeOver(keymap, shortcut.id, binding), words);
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const chord = chordsOf(event.nativeEvent).at(-1);
    if (!chord || reserved.has(chord)) return;
    event.preventDefault();
    if (chord !== "Enter") setStrokes(strokes.length >= 2 ? [chord] : [...strokes, chord]);
    else if (conflicts.length === 0) save();
  };
  const handleEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    // The dialog around it would close.
    event.stopPropagation();
    onCancel();
  };
  return (
    <div
      onKeyDown={handleEscape}
      className="grid gap-2 rounded-m border border-accent bg-surface p-2.5 shadow-[0_0_0_3px_var(--accent-soft)]"
    >
      <div
        ref={box}
        tabIndex={0}
        role="group"
        aria-label={texts.record(label)}
        aria-describedby={`record-${shortcut.id}`}
        onKeyDown={handleKeyDown}
        className="flex min-h-9 items-center gap-2 rounded-m px-1"
      >
        <span className="min-w-0 flex-1 text-sm font-medium">{label}</span>
        {caps.length > 0 && <Keys caps={[caps]} />}
      </div>
      <p id={`record-${shortcut.id}`} role="status" className="px-1 text-xs text-ink-3">
        {conflicts.length > 0 ? (
          <span className="font-medium text-danger">
            {(isFixed ? texts.takenForGood : texts.taken)(
              words,
              conflicts.map(({ id }) => keyboardStrings.labels[id]).join(", "),
            )}
          </span>
        ) : strokes.length === 0 ? (
          texts.pressNow
        ) : (
          texts.pressMore
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        {conflicts.length > 0 && !isFixed && (
          <Button tone="primary" onClick={save}>
            {texts.takeOver}
          </Button>
        )}
        {conflicts.length === 0 && (
          <Button tone="primary" keys="Enter" disabled={binding === ""} onClick={save}>
            {texts.save}
          </Button>
        )}
        <Button onClick={() => onSave(withBindings(keymap, shortcut.id, []), keyboardStrings.noKey)}>
          {texts.none}
        </Button>
        <Button tone="quiet" keys="Esc" onClick={onCancel}>
          {texts.cancel}
        </Button>
      </div>
    </div>
  );
}
