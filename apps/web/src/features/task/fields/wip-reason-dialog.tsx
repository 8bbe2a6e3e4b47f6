"use client";

import type { Column } from "@kanban/domain/entities";
import { limits } from "@kanban/domain/limits";
import { type SubmitEvent, useRef, useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { TextField } from "../../../components/ui/text-field.tsx";
import { taskStrings } from "../task.strings.ts";

const strings = taskStrings.wip;

/** Asks why a task may enter a full column. */
export function WipReasonDialog({
  column,
  onClose,
  onReason,
}: {
  column: Column;
  onClose: () => void;
  onReason: (reason: string) => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState("");
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (reason.trim() === "") field.current?.focus();
    else onReason(reason.trim());
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={strings.title(column.name)}
      description={strings.text(column.wipLimit ?? 0)}
      initialFocus={field}
    >
      <form onSubmit={handleSubmit} className="grid gap-4">
        <TextField
          ref={field}
          label={strings.reason}
          value={reason}
          maxLength={limits.overrideReason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{strings.cancel}</Button>
          <Button type="submit" tone="primary">
            {strings.pass}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
