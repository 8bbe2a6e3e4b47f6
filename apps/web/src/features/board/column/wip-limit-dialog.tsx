"use client";

import { type SubmitEvent, useState } from "react";
import type { Column } from "@kanban/domain/entities";
import { limits } from "@kanban/domain/limits";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { TextField } from "../../../components/ui/text-field.tsx";
import { strings } from "../board.strings.ts";
import { useBoardPart, useScreen, useScreenPart } from "../state/screen.tsx";
import { readWipLimit } from "./read-wip-limit.ts";

const texts = strings.limit;

/** Sets or lifts the WIP limit of a column. */
export function WipLimitDialog() {
  const screen = useScreen();
  const columnId = useScreenPart(({ dialog }) => (dialog?.kind === "wip-limit" ? dialog.columnId : null));
  const column = useBoardPart((view) => (columnId ? (view.columns[columnId] ?? null) : null));
  const close = () => screen.store.set({ dialog: null });
  return (
    <Dialog
      open={column !== null}
      onOpenChange={(open) => !open && close()}
      title={texts.title(column?.name ?? "")}
      description={texts.description}
    >
      {column && <LimitForm column={column} onDone={close} />}
    </Dialog>
  );
}

function LimitForm({ column, onDone }: { column: Column; onDone: () => void }) {
  const screen = useScreen();
  const [text, setText] = useState(column.wipLimit === null ? "" : String(column.wipLimit));
  const [error, setError] = useState<string>();
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const wipLimit = readWipLimit(text);
    if (wipLimit === "wrong") {
      setError(texts.error);
      return;
    }
    screen.mutate("column.update", { columnId: column.id, wipLimit });
    onDone();
  };
  return (
    <form onSubmit={handleSubmit} noValidate className="grid gap-4">
      <TextField
        label={texts.label}
        inputMode="numeric"
        placeholder={texts.none}
        value={text}
        maxLength={String(limits.wipLimit).length}
        error={error}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="flex justify-end gap-2">
        <Button tone="quiet" onClick={onDone}>
          {strings.move.cancel}
        </Button>
        <Button tone="primary" type="submit">
          {texts.save}
        </Button>
      </div>
    </form>
  );
}
