"use client";

import type { BoardView } from "@kanban/domain/board-view";
import { limits } from "@kanban/domain/limits";
import { type SubmitEvent, useRef, useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { Dialog } from "../../../components/ui/dialog.tsx";
import { fieldClass, TextField } from "../../../components/ui/text-field.tsx";
import type { RowActs } from "../use-list-acts.tsx";
import { createProject } from "./project-acts.ts";
import { projectsStrings } from "./projects.strings.ts";

/** Asks what a new project is for and what moves it first. */
export function NewProjectDialog({
  views,
  acts,
  onClose,
}: {
  /** The boards it can be on. */
  views: readonly BoardView[];
  acts: RowActs;
  onClose: () => void;
}) {
  const nameField = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [desiredOutcome, setOutcome] = useState("");
  const [firstAction, setFirstAction] = useState("");
  const [boardId, setBoardId] = useState<string>(views[0]?.board.id ?? "");
  const [isMissing, setMissing] = useState(false);
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const view = views.find(({ board }) => board.id === boardId);
    if (name.trim() === "" || !view) {
      setMissing(true);
      nameField.current?.focus();
      return;
    }
    onClose();
    const typed = { name: name.trim(), desiredOutcome: desiredOutcome.trim(), firstAction: firstAction.trim() };
    createProject(view, typed, acts);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={projectsStrings.newTitle}
      description={projectsStrings.newText}
      initialFocus={nameField}
    >
      <form noValidate onSubmit={handleSubmit} className="grid gap-4">
        <TextField
          ref={nameField}
          label={projectsStrings.name}
          value={name}
          maxLength={limits.name}
          error={isMissing && name.trim() === "" ? projectsStrings.nameMissing : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextField
          label={projectsStrings.outcome}
          value={desiredOutcome}
          maxLength={limits.desiredOutcome}
          hint={projectsStrings.outcomeHint}
          onChange={(event) => setOutcome(event.currentTarget.value)}
        />
        <TextField
          label={projectsStrings.firstAction}
          value={firstAction}
          maxLength={limits.title}
          onChange={(event) => setFirstAction(event.currentTarget.value)}
        />
        {views.length > 1 && (
          <label className="grid gap-1 text-sm font-medium text-ink-2">
            {projectsStrings.board}
            <select value={boardId} onChange={(event) => setBoardId(event.currentTarget.value)} className={fieldClass}>
              {views.map(({ board }) => (
                <option key={board.id} value={board.id}>
                  {board.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{projectsStrings.cancel}</Button>
          <Button type="submit" tone="primary">
            {projectsStrings.create}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
