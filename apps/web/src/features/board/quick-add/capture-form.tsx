"use client";

import { Paperclip } from "lucide-react";
import { type KeyboardEvent, type RefObject, type SubmitEvent, useEffect, useEffectEvent } from "react";
import type { Column } from "@kanban/domain/entities";
import { IconButton } from "../../../components/ui/icon-button.tsx";
import { Button } from "../../../components/ui/button.tsx";
import { showToast } from "../../../components/ui/toast.tsx";
import { afterLoad } from "../../../lazy/after-load.ts";
import { lazyModule } from "../../../lazy/lazy-module.ts";
import { DraftNote } from "../../drafts/draft-note.tsx";
import { strings } from "../board.strings.ts";
import { useScreen } from "../state/screen.tsx";
import { Chips } from "./chips.tsx";
import { capturePlace } from "./composer-place.ts";
import { createTask } from "./create-tasks.ts";
import { takeEarlyFiles } from "./early-files.ts";
import { LineButtons } from "./line-buttons.tsx";
import { LineField } from "./line-field.tsx";
import { LineProblem } from "./line-problem.tsx";
import { PastePreview } from "./paste-preview.tsx";
import { useLine } from "./use-line.ts";
import { useSubmit } from "./use-submit.ts";
import { usePasted } from "./use-pasted.ts";

const texts = strings.capture;
const handing = lazyModule(() => import("./hand-over-capture.ts"));

/** The field of the capture dialog: the same line as in a column, into the inbox. */
export function CaptureForm({
  inbox,
  field,
  onClose,
}: {
  inbox: Column;
  field: RefObject<HTMLTextAreaElement | null>;
  onClose: () => void;
}) {
  const screen = useScreen();
  const place = capturePlace(screen.boardId);
  const line = useLine(place, field);
  const pasted = usePasted(place, line, { columnId: inbox.id, edge: "top" });
  const { task } = line;
  const capture = () => {
    createTask(screen, task, { columnId: inbox.id, edge: "top" }, () => {
      line.clear();
      showToast(texts.captured(task.title), { id: "captured" });
    });
  };
  const handOver = (files: readonly File[]) =>
    afterLoad(handing, ({ handOverCapture }) => handOverCapture(screen, line, files));
  const handOverEarly = useEffectEvent(() => {
    const early = takeEarlyFiles(place);
    if (early.length > 0) handOver(early);
  });
  useEffect(() => handOverEarly(), []);
  const submit = useSubmit(place, line, capture);
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    submit(false);
  };
  if (pasted.text !== null) {
    return (
      <PastePreview
        text={pasted.text}
        columnId={inbox.id}
        readDates={line.readDates}
        onMany={pasted.takeMany}
        onOne={pasted.takeOne}
        onCancel={pasted.drop}
        onEscape={onClose}
      />
    );
  }
  return (
    <form
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        submit(false);
      }}
      className="grid grid-cols-[minmax(0,1fr)] gap-2.5"
    >
      <div
        onPasteCapture={(event) => {
          const files = [...event.clipboardData.files];
          if (files.length === 0 || event.clipboardData.getData("text/plain") !== "") return;
          event.preventDefault();
          event.stopPropagation();
          handOver(files);
        }}
        className="rounded-m border border-edge bg-surface px-2.5 py-2 focus-within:border-accent focus-within:outline-2 focus-within:outline-accent"
      >
        <LineField line={line} label={texts.field} onKeyDown={handleKeyDown} onPaste={pasted.handlePaste} />
      </div>
      <Chips line={line} />
      <LineProblem line={line} />
      {line.isRestored && <DraftNote onDiscard={line.clear} />}
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex flex-wrap">
          <LineButtons line={line} />
          <IconButton label={texts.withFiles} onClick={() => handOver([])}>
            <Paperclip size={14} aria-hidden />
          </IconButton>
        </div>
        <Button type="submit" tone="primary" keys="Enter">
          {texts.submit}
        </Button>
      </div>
    </form>
  );
}
