"use client";

import { Checkbox } from "../../components/ui/checkbox.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { keyboardStrings } from "./keyboard.strings.ts";
import { showCheatSheet, useIsCheatSheetOpen } from "./cheat-sheet-state.ts";
import { ShortcutRow } from "./shortcut-row.tsx";
import { type ShortcutScope, shortcuts } from "./shortcuts.ts";
import { setSingleKeys, useAreSingleKeysOn } from "./single-keys.ts";

const scopes = Object.keys(keyboardStrings.scopes) as ShortcutScope[];

/** Every shortcut there is, and the switch that turns single keys off. */
export function CheatSheet() {
  const isOpen = useIsCheatSheetOpen();
  return (
    <Dialog
      open={isOpen}
      onOpenChange={showCheatSheet}
      title={keyboardStrings.title}
      className="w-[min(34rem,calc(100vw-2rem))]"
    >
      <div className="grid gap-5 sm:columns-2 sm:block">
        {scopes.map((scope) => (
          <section
            key={scope}
            className="mb-4 grid break-inside-avoid gap-1"
            aria-label={keyboardStrings.scopes[scope]}
          >
            <h3 className="text-xs font-medium text-ink-3">{keyboardStrings.scopes[scope]}</h3>
            <dl>
              {shortcuts
                .filter((shortcut) => shortcut.scope === scope)
                .map((shortcut) => (
                  <ShortcutRow key={shortcut.id} shortcut={shortcut} />
                ))}
            </dl>
          </section>
        ))}
      </div>
      <SingleKeySwitch />
    </Dialog>
  );
}

function SingleKeySwitch() {
  const areOn = useAreSingleKeysOn();
  return (
    <div className="flex items-start gap-2 border-t border-line pt-4 text-sm">
      <Checkbox checked={areOn} onChange={setSingleKeys} label={keyboardStrings.singleKeys} />
      <div>
        <span aria-hidden className="font-medium">
          {keyboardStrings.singleKeys}
        </span>
        <p className="text-xs text-ink-3">{keyboardStrings.singleKeysNote}</p>
      </div>
    </div>
  );
}
