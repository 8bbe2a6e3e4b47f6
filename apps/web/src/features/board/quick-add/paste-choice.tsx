import type { KeyboardEvent } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { focusOnMount } from "../focus/focus-on-mount.ts";
import { strings } from "../board.strings.ts";
import { splitPaste } from "./split-paste.ts";

/** Asks whether pasted lines are tasks or one task. */
export function PasteChoice({
  text,
  onMany,
  onOne,
  onCancel,
}: {
  text: string;
  onMany: () => void;
  onOne: () => void;
  onCancel: () => void;
}) {
  const titles = splitPaste(text);
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onCancel();
  };
  return (
    <div
      role="group"
      aria-label={strings.add.pasteQuestion(titles.length)}
      onKeyDown={handleKeyDown}
      className="grid gap-2"
    >
      <p className="text-md font-strong">{strings.add.pasteQuestion(titles.length)}</p>
      <ul className="grid max-h-32 gap-0.5 overflow-y-auto text-xs text-ink-2">
        {titles.map((title, index) => (
          <li key={index} className="truncate">
            {title}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" ref={focusOnMount} onClick={onMany}>
          {strings.add.pasteMany(titles.length)}
        </Button>
        <Button onClick={onOne}>{strings.add.pasteOne}</Button>
      </div>
    </div>
  );
}
