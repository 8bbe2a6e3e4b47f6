"use client";

import { Checkbox } from "../../components/ui/checkbox.tsx";
import { keyboardStrings } from "./keyboard.strings.ts";
import { setSingleKeys, useAreSingleKeysOn } from "./single-keys.ts";

/** Turns the keys that are one letter off and on. */
export function SingleKeySwitch() {
  const areOn = useAreSingleKeysOn();
  return (
    <div className="flex min-w-60 flex-1 items-start gap-2 text-sm">
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
