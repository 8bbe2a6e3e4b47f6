"use client";

import { type SubmitEvent, useRef, useState } from "react";
import { orderedColumns } from "@kanban/domain/board-view";
import type { Column } from "@kanban/domain/entities";
import { limits } from "@kanban/domain/limits";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { TextField } from "../../../components/ui/text-field.tsx";
import { showToast } from "../../../components/ui/toast.tsx";
import { strings } from "../board.strings.ts";
import { useBoardPart, useScreen, useScreenPart } from "../state/screen.tsx";
import { createTask } from "./create-tasks.ts";
import { keepDraft, readDraft } from "./draft.ts";

const texts = strings.capture;
const draftKey = "capture";

/** Captures a thought into the inbox from anywhere on the board; stays open until it is closed. */
export function CaptureDialog() {
  const screen = useScreen();
  const isOpen = useScreenPart((state) => state.dialog?.kind === "capture");
  const inbox = useBoardPart(
    (view) => orderedColumns(view).find(({ kind }) => kind === "inbox") ?? orderedColumns(view)[0] ?? null,
  );
  const field = useRef<HTMLInputElement>(null);
  if (!inbox) return null;
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !open && screen.store.set({ dialog: null })}
      title={texts.title}
      description={texts.description(inbox.name)}
      initialFocus={field}
    >
      <CaptureForm inbox={inbox} field={field} />
    </Dialog>
  );
}

function CaptureForm({ inbox, field }: { inbox: Column; field: React.RefObject<HTMLInputElement | null> }) {
  const screen = useScreen();
  const [text, setText] = useState(() => readDraft(draftKey));
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const title = text.trim();
    if (title === "") return;
    createTask(screen, { columnId: inbox.id, title, edge: "top" }, () => {
      keepDraft(draftKey, "");
      setText("");
      showToast(texts.captured(title), { id: "captured" });
    });
  };
  return (
    <form onSubmit={handleSubmit} className="flex items-end gap-2">
      <TextField
        ref={field}
        className="flex-1"
        label={texts.field}
        value={text}
        maxLength={limits.title}
        autoComplete="off"
        onChange={(event) => {
          setText(event.currentTarget.value);
          keepDraft(draftKey, event.currentTarget.value);
        }}
      />
      <Button type="submit" tone="primary">
        {texts.submit}
      </Button>
    </form>
  );
}
