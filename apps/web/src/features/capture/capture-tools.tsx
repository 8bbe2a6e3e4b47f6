"use client";

import { Mic, MicOff, Paperclip, Square } from "lucide-react";
import { type RefObject, useRef } from "react";
import { Button } from "../../components/ui/button.tsx";
import { takeFiles } from "../task/files/take-files.ts";
import { captureStrings as strings } from "./capture.strings.ts";
import { useDictation } from "./use-dictation.ts";
import type { Thought } from "./use-thought.ts";

/** The other ways in: files, and the voice where the browser listens; where it does not, that is said. */
export function CaptureTools({ thought, field }: { thought: Thought; field: RefObject<HTMLTextAreaElement | null> }) {
  const picker = useRef<HTMLInputElement>(null);
  const dictation = useDictation((words) => {
    const before = field.current?.value ?? thought.text;
    thought.setText(before === "" || /\s$/u.test(before) ? before + words : `${before} ${words}`);
  });
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <Button tone="quiet" className="-ml-2.5 touch:h-11" onClick={() => picker.current?.click()}>
          <Paperclip size={14} aria-hidden />
          {strings.addFiles}
        </Button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label={strings.addFiles}
          onChange={(event) => {
            thought.addFiles(takeFiles([...(event.currentTarget.files ?? [])]));
            event.currentTarget.value = "";
          }}
        />
        {dictation.isOffered ? (
          <Button
            tone="quiet"
            aria-pressed={dictation.isListening}
            className="touch:h-11"
            onClick={dictation.isListening ? dictation.stop : dictation.start}
          >
            {dictation.isListening ? <Square size={14} aria-hidden /> : <Mic size={14} aria-hidden />}
            {dictation.isListening ? strings.stopDictating : strings.dictate}
          </Button>
        ) : (
          <span className="flex items-center gap-1.5 text-xs text-ink-3">
            <MicOff size={13} aria-hidden className="shrink-0" />
            {strings.noDictation}
          </span>
        )}
      </div>
      <p role="status" className="text-xs text-ink-2 empty:hidden">
        {dictation.problem
          ? strings.dictationProblems[dictation.problem]
          : dictation.isListening
            ? `${strings.listening} ${dictation.heard}`
            : ""}
      </p>
    </div>
  );
}
