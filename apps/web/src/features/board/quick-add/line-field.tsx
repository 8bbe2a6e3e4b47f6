"use client";

import { AtSign, Plus } from "lucide-react";
import { type ClipboardEventHandler, type KeyboardEventHandler, useLayoutEffect, useRef } from "react";
import { CaretList } from "../../../components/ui/caret-list.tsx";
import { ColorDot } from "../../../components/ui/tag.tsx";
import { useRectAt } from "../../editor/use-rect-at.ts";
import { isComposing } from "../../keyboard/is-composing.ts";
import { strings } from "../board.strings.ts";
import { Highlight } from "./highlight.tsx";
import { rectOfOffset } from "./rect-of-offset.ts";
import type { Suggestion } from "./suggest-labels.ts";
import { useCompletion } from "./use-completion.ts";
import type { Line } from "./use-line.ts";

/** Longer than a title may be: tokens are no part of it. */
const mostTyped = 1_000;

/** The field of a quick-add line: highlighted while typed, with completion of labels at the caret. */
export function LineField({
  line,
  label,
  describedBy,
  onKeyDown,
  onPaste,
}: {
  line: Line;
  label: string;
  describedBy?: string;
  onKeyDown: KeyboardEventHandler;
  onPaste: ClipboardEventHandler;
}) {
  const { field, text, tokens } = line;
  const mirror = useRef<HTMLDivElement>(null);
  const completion = useCompletion(line);
  useLayoutEffect(() => {
    // Opened by the hand that will type here, perhaps while it types: at once, so that no key goes elsewhere.
    const end = field.current?.value.length ?? 0;
    field.current?.focus();
    field.current?.setSelectionRange(end, end);
  }, [field]);
  const start = completion.isOpen ? (completion.open?.start ?? null) : null;
  const rect = useRectAt(start, text, (offset) => mirror.current && rectOfOffset(mirror.current, offset));
  return (
    <div className="grid text-md font-title touch:text-lg">
      <Highlight ref={mirror} text={text} tokens={tokens} />
      <textarea
        dir="auto"
        ref={field}
        rows={1}
        aria-label={label}
        aria-describedby={describedBy}
        aria-autocomplete="list"
        {...completion.fieldProps}
        placeholder={strings.add.placeholder}
        value={text}
        maxLength={mostTyped}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => {
          line.setText(event.currentTarget.value.replaceAll(/[\r\n]+/g, " "));
          completion.handleInput();
        }}
        onSelect={completion.handleSelect}
        onBlur={completion.handleBlur}
        onKeyDown={(event) => {
          // A key that ends the composition of a character (Japanese, Chinese, …) is not for us.
          if (isComposing(event.nativeEvent) || completion.handleKey(event)) return;
          onKeyDown(event);
        }}
        onPaste={onPaste}
        className="block h-full w-full resize-none overflow-hidden bg-transparent break-words whitespace-pre-wrap text-transparent caret-ink outline-none [grid-area:1/1] [font:inherit] forced-colors:text-[CanvasText]"
      />
      {completion.isOpen && rect && (
        <CaretList
          id={completion.listId}
          label={strings.add.suggestions[completion.open?.kind ?? "tag"]}
          options={completion.suggestions.map((each) => ({
            key: `${each.kind}-${each.isNew}-${each.name}`,
            label: each.name,
            icon: iconOf(each),
            note: each.isNew ? strings.add.newLabel[each.kind] : undefined,
          }))}
          active={completion.active}
          rect={rect}
          onTake={completion.take}
          onPoint={completion.point}
        />
      )}
    </div>
  );
}

function iconOf({ kind, color, isNew }: Suggestion) {
  if (isNew) return <Plus size={14} />;
  return kind === "context" ? <AtSign size={13} /> : <ColorDot color={color ?? "grey"} />;
}
