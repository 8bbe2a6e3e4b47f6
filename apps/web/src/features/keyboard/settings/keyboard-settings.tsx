"use client";

import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { closeKeyboardLayer } from "../keyboard-layer.ts";
import { keyboardStrings } from "../keyboard.strings.ts";
import { type Keymap, presets } from "../keymap.ts";
import { saveKeymap, useKeymap } from "../keymap-store.ts";
import { type ShortcutId, type ShortcutScope, shortcuts } from "../shortcuts.ts";
import { SingleKeySwitch } from "../single-key-switch.tsx";
import { KeyRow } from "./key-row.tsx";

const texts = keyboardStrings.settings;
const scopes = Object.keys(keyboardStrings.scopes) as ShortcutScope[];

/** Where a person changes keys: a preset, single commands, and the switch for single keys. */
export function KeyboardSettings() {
  const keymap = useKeymap();
  const [recording, setRecording] = useState<ShortcutId | null>(null);
  const [said, setSaid] = useState("");
  const save = (next: Keymap, words = "") => {
    saveKeymap(next);
    setRecording(null);
    setSaid(words);
  };
  const hasChanges = Object.keys(keymap.changed).length > 0;
  return (
    <Dialog
      open
      onOpenChange={closeKeyboardLayer}
      title={texts.title}
      description={texts.description}
      className="w-[min(36rem,calc(100vw-2rem))]"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <fieldset className="flex flex-wrap items-center gap-1">
          <legend className="sr-only">{texts.preset}</legend>
          {presets.map((preset) => (
            <label
              key={preset}
              className="flex min-h-(--control) items-center gap-2 rounded-m border border-line-strong px-2.5 text-sm font-medium has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name="preset"
                checked={keymap.preset === preset}
                onChange={() => save({ ...keymap, preset })}
                className="accent-accent outline-none"
              />
              {texts.presets[preset]}
            </label>
          ))}
        </fieldset>
        <Button tone="quiet" disabled={!hasChanges} onClick={() => save({ ...keymap, changed: {} })}>
          <RotateCcw size={14} aria-hidden />
          {texts.resetAll}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      {scopes.map((scope) => (
        <section key={scope} aria-label={keyboardStrings.scopes[scope]} className="grid gap-0.5">
          <h3 className="pb-1 text-xs font-medium text-ink-3">{keyboardStrings.scopes[scope]}</h3>
          <ul className="grid gap-0.5">
            {shortcuts
              .filter((shortcut) => shortcut.scope === scope)
              .map((shortcut) => (
                <KeyRow
                  key={shortcut.id}
                  shortcut={shortcut}
                  keymap={keymap}
                  isRecording={recording === shortcut.id}
                  onRecord={() => setRecording(shortcut.id)}
                  onCancel={() => setRecording(null)}
                  onSave={save}
                />
              ))}
          </ul>
        </section>
      ))}
      <div className="border-t border-line pt-4">
        <SingleKeySwitch />
      </div>
    </Dialog>
  );
}
