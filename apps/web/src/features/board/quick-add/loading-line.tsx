"use client";

import { strings } from "../board.strings.ts";
import { type KeyboardEvent, type RefObject, useCallback } from "react";
import { keepDraft, readDraft } from "../../drafts/drafts.ts";
import { isComposing } from "../../keyboard/is-composing.ts";
import { noteEarlyEnter } from "./early-enter.ts";
import { noteEarlyFiles } from "./early-files.ts";
import { pastedPlace } from "./composer-place.ts";
import { focusOnMount } from "../focus/focus-on-mount.ts";

/** Stands for a quick-add field until its script is there: what is typed goes into the draft that the field begins with. */
export function LoadingLine({
  place,
  label,
  field,
  takesFiles = false,
  onEscape,
}: {
  place: string;
  label: string;
  /** Told of the field, for a dialog that gives it the focus. */
  field?: RefObject<HTMLTextAreaElement | null>;
  /** Whether the field that comes takes pasted files. */
  takesFiles?: boolean;
  onEscape?: () => void;
}) {
  const takeFocus = useCallback(
    (element: HTMLTextAreaElement | null) => {
      if (field && element) field.current = element;
      focusOnMount(element);
    },
    [field],
  );
  const handleKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || event.shiftKey) return;
    if (event.key === "Enter") noteEarlyEnter(place, event.ctrlKey || event.metaKey);
    else if (event.key === "Escape" && onEscape) onEscape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <textarea
      ref={takeFocus}
      rows={1}
      aria-label={label}
      placeholder={strings.add.placeholder}
      defaultValue={readDraft(place)?.text ?? ""}
      onChange={(event) => keepDraft(place, event.currentTarget.value.replaceAll(/[\r\n]+/g, " "))}
      onKeyDown={handleKeyDown}
      onPaste={(event) => {
        const content = event.clipboardData.getData("text/plain");
        const files = [...event.clipboardData.files];
        if (takesFiles && files.length > 0 && content === "") {
          event.preventDefault();
          noteEarlyFiles(place, files);
        }
        if (!/[\r\n]/.test(content.trim())) return;
        event.preventDefault();
        keepDraft(pastedPlace(place), content);
      }}
      className="field-sizing-content w-full resize-none bg-transparent text-md font-title outline-none touch:text-lg"
    />
  );
}
