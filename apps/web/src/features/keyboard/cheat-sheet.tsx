"use client";

import { Settings2 } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { fieldClass } from "../../components/ui/text-field.tsx";
import { keyboardStrings } from "./keyboard.strings.ts";
import { closeKeyboardLayer, showKeyboardSettings } from "./keyboard-layer.ts";
import { Keys, useCapsOf } from "./keys.tsx";
import type { CommandLayer } from "./mounted-commands.ts";
import { matchText } from "./palette/fuzzy.ts";
import { availableCommands } from "./run-command.ts";
import { type Shortcut, type ShortcutScope, shortcuts } from "./shortcuts.ts";
import { SingleKeySwitch } from "./single-key-switch.tsx";

const scopes = Object.keys(keyboardStrings.scopes) as ShortcutScope[];

/** What the cheat sheet lists: what can be done here, and the keys a card has by itself wherever there are cards. */
function listed(on: CommandLayer): Shortcut[] {
  const available = availableCommands(on);
  const isListed = (shortcut: Shortcut) =>
    available.includes(shortcut) ||
    (shortcut.bindings.length === 0 &&
      shortcut.caps !== undefined &&
      available.some((each) => each.scope === shortcut.scope));
  return shortcuts.filter(isListed);
}

/** Every command that can be given here, with its keys as they are now. */
export function CheatSheet({ on }: { on: CommandLayer }) {
  const [all] = useState(() => listed(on));
  const [query, setQuery] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const capsOf = useCapsOf();
  const found = all.filter(
    (shortcut) =>
      matchText(`${keyboardStrings.labels[shortcut.id]} ${keyboardStrings.aliases[shortcut.id] ?? ""}`, query) ||
      capsOf(shortcut).some((strokes) => strokes.join(" ").toLowerCase() === query.trim().toLowerCase()),
  );
  return (
    <Dialog
      open
      onOpenChange={closeKeyboardLayer}
      title={keyboardStrings.title}
      initialFocus={field}
      className="w-[min(40rem,calc(100vw-2rem))]"
    >
      <input
        ref={field}
        type="text"
        role="searchbox"
        aria-label={keyboardStrings.find}
        placeholder={keyboardStrings.find}
        value={query}
        autoComplete="off"
        onChange={(event) => setQuery(event.currentTarget.value)}
        className={fieldClass}
      />
      <p role="status" className="sr-only">
        {query !== "" && keyboardStrings.found(found.length)}
      </p>
      {found.length === 0 && <p className="text-sm text-ink-2">{keyboardStrings.nothingFound}</p>}
      <div className="grid gap-5 sm:columns-2 sm:block sm:gap-6">
        {scopes.map((scope) => {
          const rows = found.filter((shortcut) => shortcut.scope === scope);
          return (
            rows.length > 0 && (
              <section
                key={scope}
                className="mb-4 grid break-inside-avoid gap-1"
                aria-label={keyboardStrings.scopes[scope]}
              >
                <h3 className="text-xs font-medium text-ink-3">{keyboardStrings.scopes[scope]}</h3>
                <dl>
                  {rows.map((shortcut) => (
                    <div key={shortcut.id} className="flex items-baseline justify-between gap-4 py-0.5">
                      <dt className="min-w-0 text-sm text-ink-2">{keyboardStrings.labels[shortcut.id]}</dt>
                      <dd>
                        <Keys caps={capsOf(shortcut)} />
                        {capsOf(shortcut).length === 0 && (
                          <span className="text-xs text-ink-3">{keyboardStrings.noKey}</span>
                        )}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            )
          );
        })}
      </div>
      <div className="flex flex-wrap items-start justify-between gap-3 border-t border-line pt-4">
        <SingleKeySwitch />
        <Button onClick={showKeyboardSettings}>
          <Settings2 size={14} aria-hidden />
          {keyboardStrings.change}
        </Button>
      </div>
    </Dialog>
  );
}
