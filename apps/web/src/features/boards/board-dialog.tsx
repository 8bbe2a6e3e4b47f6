"use client";

import { deriveBoardKey } from "@kanban/domain/derive-board-key";
import { limits } from "@kanban/domain/limits";
import { type SubmitEvent, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Dialog } from "../../components/ui/dialog.tsx";
import { TextField } from "../../components/ui/text-field.tsx";
import { boardsStrings } from "./boards.strings.ts";

const keyPattern = /^[A-Z][A-Z0-9]{0,9}$/u;

/** Asks for a board's name and key: for a new board, or with `board` for an existing one. */
export function BoardDialog({
  open,
  onOpenChange,
  board,
  takenKeys,
  onSave,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  board?: { name: string; key: string } | undefined;
  takenKeys: ReadonlySet<string>;
  onSave: (typed: { name: string; key: string }) => Promise<boolean>;
}) {
  const nameField = useRef<HTMLInputElement>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={board ? boardsStrings.renameTitle : boardsStrings.createTitle}
      description={board ? undefined : boardsStrings.createText}
      initialFocus={nameField}
    >
      <BoardForm
        board={board}
        takenKeys={takenKeys}
        onSave={onSave}
        onClose={() => onOpenChange(false)}
        nameField={nameField}
      />
    </Dialog>
  );
}

function BoardForm({
  board,
  takenKeys,
  onSave,
  onClose,
  nameField,
}: {
  board: { name: string; key: string } | undefined;
  takenKeys: ReadonlySet<string>;
  onSave: (typed: { name: string; key: string }) => Promise<boolean>;
  onClose: () => void;
  nameField: React.RefObject<HTMLInputElement | null>;
}) {
  const [name, setName] = useState(board?.name ?? "");
  const [ownKey, setOwnKey] = useState<string | null>(board?.key ?? null);
  const [problem, setProblem] = useState<"name" | "key" | null>(null);
  const [isBusy, setBusy] = useState(false);
  const key = ownKey ?? deriveBoardKey(name, takenKeys);

  const handleSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === "") {
      setProblem("name");
      nameField.current?.focus();
      return;
    }
    if (!keyPattern.test(key)) return setProblem("key");
    setBusy(true);
    if (await onSave({ name: name.trim(), key })) onClose();
    else setBusy(false);
  };

  return (
    <form noValidate className="grid gap-4" onSubmit={(event) => void handleSubmit(event)}>
      <TextField
        ref={nameField}
        label={boardsStrings.name}
        value={name}
        maxLength={limits.name}
        placeholder={boardsStrings.namePlaceholder}
        error={problem === "name" ? boardsStrings.nameMissing : undefined}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <TextField
        label={boardsStrings.key}
        value={key}
        maxLength={limits.boardKey}
        autoCapitalize="characters"
        spellCheck={false}
        hint={boardsStrings.keyHint(key)}
        error={problem === "key" ? boardsStrings.keyInvalid : undefined}
        onChange={(event) => {
          setOwnKey(event.currentTarget.value.toUpperCase());
          setProblem(null);
        }}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{boardsStrings.cancel}</Button>
        <Button type="submit" tone="primary" disabled={isBusy} aria-busy={isBusy}>
          {board ? boardsStrings.save : boardsStrings.create}
        </Button>
      </div>
    </form>
  );
}
