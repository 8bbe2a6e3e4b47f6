"use client";

import { RotateCcw } from "lucide-react";
import { useEffect, useRef } from "react";
import { iconButtonClass } from "../../../components/ui/icon-button.tsx";
import { keyboardStrings } from "../keyboard.strings.ts";
import { canRebind, type Keymap, withBindings } from "../keymap.ts";
import { Keys, useCapsOf } from "../keys.tsx";
import type { Shortcut } from "../shortcuts.ts";
import { KeyRecorder } from "./key-recorder.tsx";

const texts = keyboardStrings.settings;

/** One command and its keys; pressing the keys changes them. */
export function KeyRow({
  shortcut,
  keymap,
  isRecording,
  onRecord,
  onCancel,
  onSave,
}: {
  shortcut: Shortcut;
  keymap: Keymap;
  isRecording: boolean;
  onRecord: () => void;
  onCancel: () => void;
  onSave: (keymap: Keymap, words: string) => void;
}) {
  const capsOf = useCapsOf();
  const button = useRef<HTMLButtonElement>(null);
  const wasRecording = useRef(false);
  useEffect(() => {
    // The recorder is gone: whoever used it goes on where they began.
    if (wasRecording.current && !isRecording) button.current?.focus();
    wasRecording.current = isRecording;
  }, [isRecording]);
  const label = keyboardStrings.labels[shortcut.id];
  const caps = capsOf(shortcut);
  const words = caps.map((strokes) => strokes.join(` ${keyboardStrings.andThen} `)).join(` ${keyboardStrings.or} `);
  const keys =
    caps.length > 0 ? <Keys caps={caps} /> : <span className="text-xs text-ink-3">{keyboardStrings.noKey}</span>;
  if (isRecording) {
    return (
      <li>
        <KeyRecorder
          shortcut={shortcut}
          keymap={keymap}
          onCancel={onCancel}
          onSave={(next, said) => onSave(next, texts.saved(label, said))}
        />
      </li>
    );
  }
  return (
    <li className="flex min-h-8 items-center gap-2 touch:min-h-11">
      <span className="min-w-0 flex-1 text-sm text-ink-2">{label}</span>
      {keymap.changed[shortcut.id] && (
        <button
          type="button"
          aria-label={texts.reset(label)}
          onClick={() => onSave(withBindings(keymap, shortcut.id, null), "")}
          className={iconButtonClass()}
        >
          <RotateCcw size={13} aria-hidden />
        </button>
      )}
      {canRebind(shortcut) ? (
        <button
          ref={button}
          type="button"
          aria-label={texts.change(label, words || keyboardStrings.noKey)}
          onClick={onRecord}
          className="flex min-h-(--control) min-w-16 items-center justify-end rounded-m border border-transparent px-1.5 hover:border-line-strong hover:bg-surface"
        >
          {keys}
        </button>
      ) : (
        <span title={texts.fixed} className="px-1.5">
          {keys}
        </span>
      )}
    </li>
  );
}
