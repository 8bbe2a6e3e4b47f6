"use client";

import { type ClipboardEvent, type DragEvent, type KeyboardEvent, type RefObject, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { classNames } from "../../components/ui/class-names.ts";
import { TextArea } from "../../components/ui/text-area.tsx";
import { DraftNote } from "../drafts/draft-note.tsx";
import { isComposing } from "../keyboard/is-composing.ts";
import { bringsFiles, droppedFiles, takeFiles } from "../task/files/take-files.ts";
import { BoardChoice } from "../settings/devices/board-choice.tsx";
import { captureStrings as strings } from "./capture.strings.ts";
import { linesOf } from "./capture-texts.ts";
import { CaptureFiles } from "./capture-files.tsx";
import { CaptureTools } from "./capture-tools.tsx";
import { FoundLinks } from "./found-links.tsx";
import { LinesPreview } from "./lines-preview.tsx";
import type { FirstOutcome } from "./queue/first-outcome.ts";
import { type ThoughtPlace, useThought } from "./use-thought.ts";

/**
 * The field of a thought and what can come with it. Enter captures and is ready for the next one, with Ctrl it closes;
 * Shift+Enter begins a line. Several lines pasted at once are asked about.
 */
export function CaptureForm({
  field,
  onClose,
  onCaptured,
  ...thoughtPlace
}: ThoughtPlace & {
  field: RefObject<HTMLTextAreaElement | null>;
  /** Absent where there is nothing to close. */
  onClose?: () => void;
  onCaptured?: (outcome: Promise<FirstOutcome>) => void;
}) {
  const thought = useThought(thoughtPlace, (outcome) => {
    field.current?.focus();
    onCaptured?.(outcome);
  });
  const [isAsking, setAsking] = useState(false);
  const [isOver, setOver] = useState(false);
  const { text, lines } = thought;
  const handleKeyDown = (event: KeyboardEvent) => {
    // A key that ends the composition of a character (Japanese, Chinese, …) is not for us.
    if (event.key !== "Enter" || event.shiftKey || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    const closes = event.ctrlKey || event.metaKey;
    if ((thought.captureOne() || thought.isEmpty) && closes) onClose?.();
  };
  const handlePaste = (event: ClipboardEvent) => {
    const { files } = event.clipboardData;
    const words = event.clipboardData.getData("text/plain");
    // A picture copied from a page brings its words, too; of a table, the words are meant.
    if (files.length > 0 && words === "") {
      event.preventDefault();
      thought.addFiles(takeFiles(files));
    } else if (text.trim() === "" && linesOf(words).length > 1) {
      event.preventDefault();
      thought.setText(words);
      setAsking(true);
    }
  };
  const handleDrop = (event: DragEvent) => {
    setOver(false);
    if (!bringsFiles(event.dataTransfer)) return;
    event.preventDefault();
    const { files, hasFolder } = droppedFiles(event.dataTransfer);
    thought.addFiles(takeFiles(files), hasFolder);
  };
  if (isAsking && lines.length > 1) {
    return (
      <LinesPreview
        lines={lines}
        onMany={() => {
          thought.captureEach();
          setAsking(false);
        }}
        onOne={() => {
          thought.captureOne();
          setAsking(false);
        }}
        onBack={() => setAsking(false)}
      />
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        thought.captureOne();
      }}
      onDragOver={(event) => {
        if (!bringsFiles(event.dataTransfer)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={handleDrop}
      className={classNames(
        "grid gap-2.5",
        isOver && "rounded-m outline-2 outline-offset-4 outline-accent outline-dashed",
      )}
    >
      <TextArea
        ref={field}
        autoFocus
        rows={2}
        aria-label={strings.field}
        placeholder={strings.placeholder}
        enterKeyHint="send"
        value={text}
        onChange={(event) => thought.setText(event.currentTarget.value)}
        onKeyDown={handleKeyDown}
        onPaste={handlePaste}
        className="max-h-[40vh] min-h-16 touch:text-lg"
      />
      <CaptureFiles files={thought.files} onRemove={thought.removeFile} />
      <FoundLinks text={text} />
      {thought.problem && (
        <p role="alert" className="text-xs text-danger">
          {thought.problem}
        </p>
      )}
      {thought.isRestored && <DraftNote onDiscard={() => thought.setText("")} />}
      <CaptureTools thought={thought} field={field} />
      <div className="flex flex-wrap items-end justify-between gap-2">
        <div className="min-w-40">
          <BoardChoice
            label={strings.target}
            none={strings.ownInbox}
            value={thought.boardId}
            onChange={thought.setBoardId}
          />
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          {lines.length > 1 && (
            <Button className="touch:h-11" onClick={() => setAsking(true)}>
              {strings.oneEach(lines.length)}
            </Button>
          )}
          <Button type="submit" tone="primary" keys={strings.submitKeys} className="touch:h-11">
            {strings.submit}
          </Button>
        </div>
      </div>
      <p className="text-xs text-ink-3 touch:hidden">{onClose ? strings.hintToClose : strings.hint}</p>
    </form>
  );
}
