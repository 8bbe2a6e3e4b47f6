"use client";

import { type DragEvent, type KeyboardEvent, useEffect, useId, useRef } from "react";
import { CaretList } from "../../components/ui/caret-list.tsx";
import { TextArea } from "../../components/ui/text-area.tsx";
import { isComposing } from "../keyboard/is-composing.ts";
import { caretRect } from "./caret-rect.ts";
import { commandOfKey, type EditorCommand, runCommand } from "./editor-commands.ts";
import { editorStrings } from "./editor.strings.ts";
import { continueList } from "./edits/continue-list.ts";
import type { Edit, Selected } from "./edits/edit.ts";
import { indentLines } from "./edits/indent-lines.ts";
import { pasteLink } from "./edits/link.ts";
import { insertText } from "./insert-text.ts";
import { Toolbar } from "./toolbar.tsx";
import { useRectAt } from "./use-rect-at.ts";
import { type Mentionable, useEditorCompletion } from "./use-editor-completion.tsx";

export type MarkdownEditorProps = {
  value: string;
  onChange: (text: string) => void;
  label: string;
  placeholder?: string;
  autoFocus?: boolean;
  isInvalid?: boolean;
  mentionable: Mentionable;
  /** Files pasted or dropped into the text; without it they are left to the browser. */
  onPasteFiles?: ((files: File[]) => void) | undefined;
  /** Keys neither the text nor an open list wants, such as Esc. */
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
};

/**
 * Markdown as plain text with a toolbar, a menu after `/`, lists that go on, and completion of people and tasks. A
 * text area underneath: caret, undo, spelling, input methods and screen readers are the browser's own.
 */
export function MarkdownEditor(props: MarkdownEditorProps) {
  const { value, label, mentionable, onPasteFiles } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const hasEscaped = useRef(false);
  const hintId = useId();
  const completion = useEditorCompletion(field, value, mentionable);
  const { autoFocus } = props;
  useEffect(() => {
    const end = field.current?.value.length ?? 0;
    if (autoFocus) field.current?.setSelectionRange(end, end);
  }, [autoFocus]);
  const rect = useRectAt(
    completion.isOpen ? (completion.word?.start ?? null) : null,
    value,
    (start) => field.current && caretRect(field.current, start),
  );

  const edit = (change: (selected: Selected) => Edit | null): boolean => {
    const element = field.current;
    const made = element && change({ text: element.value, start: element.selectionStart, end: element.selectionEnd });
    if (element && made) insertText(element, made);
    return Boolean(made);
  };
  const run = (command: EditorCommand) => edit((selected) => runCommand(command, selected));
  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // A key that ends the composition of a character (Japanese, Chinese, …) is not for us.
    if (isComposing(event.nativeEvent) || completion.handleKey(event)) return;
    const isModified = event.ctrlKey || event.metaKey || event.altKey;
    const command = commandOfKey(event);
    let isHandled = false;
    if (command) isHandled = run(command);
    else if (event.key === "Enter" && !isModified && !event.shiftKey) isHandled = edit(continueList);
    // After Esc the next Tab leaves the field, list or not.
    else if (event.key === "Tab" && !isModified && !hasEscaped.current)
      isHandled = edit((selected) => indentLines(selected, event.shiftKey ? "out" : "in"));
    hasEscaped.current = event.key === "Escape";
    if (isHandled) {
      event.preventDefault();
      event.stopPropagation();
    } else props.onKeyDown?.(event);
  };
  const takeFiles = (event: { preventDefault: () => void }, files: FileList | undefined) => {
    if (!onPasteFiles || !files || files.length === 0) return false;
    event.preventDefault();
    onPasteFiles([...files]);
    return true;
  };
  const handleDragOver = (event: DragEvent) => {
    if (onPasteFiles && event.dataTransfer.types.includes("Files")) event.preventDefault();
  };

  return (
    <div className="grid gap-1">
      <Toolbar onCommand={run} />
      <TextArea
        ref={field}
        autoFocus={autoFocus}
        aria-label={label}
        aria-describedby={hintId}
        aria-autocomplete="list"
        {...completion.fieldProps}
        placeholder={props.placeholder}
        value={value}
        rows={5}
        className="max-h-[50vh] min-h-24 overflow-y-auto"
        aria-invalid={props.isInvalid || undefined}
        onChange={(event) => {
          props.onChange(event.currentTarget.value);
          completion.handleInput();
        }}
        onSelect={completion.handleSelect}
        onBlur={completion.handleBlur}
        onKeyDown={handleKeyDown}
        onPaste={(event) => {
          if (takeFiles(event, event.clipboardData.files)) return;
          const pasted = event.clipboardData.getData("text/plain");
          if (edit((selected) => pasteLink(selected, pasted))) event.preventDefault();
        }}
        onDragOver={handleDragOver}
        onDrop={(event) => void takeFiles(event, event.dataTransfer.files)}
      />
      <p id={hintId} hidden>
        {editorStrings.hint}
      </p>
      {completion.isOpen && rect && completion.word && (
        <CaretList
          id={completion.listId}
          label={editorStrings.lists[completion.word.kind]}
          options={completion.choices}
          active={completion.active}
          rect={rect}
          onTake={completion.take}
          onPoint={completion.point}
        />
      )}
    </div>
  );
}
