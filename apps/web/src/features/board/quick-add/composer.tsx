"use client";

import { useEffect } from "react";
import type { Column } from "@kanban/domain/entities";
import type { TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { Button } from "../../../components/ui/button.tsx";
import { strings } from "../board.strings.ts";
import type { ComposerEdge } from "../state/screen-state.ts";
import { PasteChoice } from "./paste-choice.tsx";
import { useComposer } from "./use-composer.ts";

const boxClass =
  "grid gap-2 rounded-m border border-accent bg-surface px-2.5 py-2 shadow-[0_0_0_3px_var(--accent-soft)]";

/** The quick-add field of a column: stays open, Enter adds, Ctrl+Enter adds and opens, Esc keeps the draft. */
export function Composer({
  column,
  edge,
  below = null,
  onAdded,
}: {
  column: Column;
  edge: ComposerEdge;
  /** Tasks go below this one, one after the other. */
  below?: TaskId | null;
  onAdded: () => void;
}) {
  const composer = useComposer(column.id, edge, onAdded, below);
  const { text, pasted, field } = composer;
  const isWriting = pasted === null;
  useEffect(() => {
    if (isWriting) field.current?.focus();
  }, [field, isWriting]);
  if (pasted !== null) {
    return (
      <div className={boxClass}>
        <PasteChoice text={pasted} onMany={composer.takeMany} onOne={composer.takeOne} onCancel={composer.leavePaste} />
      </div>
    );
  }
  return (
    <form
      className={boxClass}
      onSubmit={(event) => {
        event.preventDefault();
        composer.add(false);
      }}
    >
      <textarea
        ref={field}
        rows={1}
        aria-label={strings.add.field(column.name)}
        placeholder={strings.add.placeholder}
        value={text}
        maxLength={limits.title}
        onChange={(event) => composer.setText(event.currentTarget.value.replaceAll(/[\r\n]+/g, " "))}
        onKeyDown={composer.handleKeyDown}
        onPaste={composer.handlePaste}
        className="field-sizing-content max-h-40 w-full resize-none bg-transparent text-md font-title outline-none touch:text-lg"
      />
      <div className="flex items-center justify-between gap-2 text-2xs text-ink-3">
        <span className="touch:hidden">{strings.add.enterAdds}</span>
        <span className="touch:hidden">{strings.add.ctrlEnterOpens}</span>
        <span className="hidden w-full justify-between touch:flex">
          <Button tone="quiet" onClick={composer.close}>
            {strings.add.close}
          </Button>
          <Button tone="primary" type="submit">
            {strings.add.submit}
          </Button>
        </span>
      </div>
    </form>
  );
}
