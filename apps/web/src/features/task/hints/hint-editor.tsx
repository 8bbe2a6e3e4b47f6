"use client";

import type { BoardView } from "@kanban/domain/board-view";
import type { HintValue } from "@kanban/domain/entities";
import { type KeyboardEvent, type SubmitEvent, useId, useState } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { TextArea } from "../../../components/ui/text-area.tsx";
import { SelectField } from "../../board/header/select-field.tsx";
import { isComposing } from "../../keyboard/is-composing.ts";
import { DueForm } from "../fields/due-form.tsx";
import { localDay } from "../moment-words.ts";
import { taskStrings } from "../task.strings.ts";
import { editedText, withText } from "./edit-hint.ts";

const strings = taskStrings.hints;

type EditorProps = { value: HintValue; view: BoardView; onApply: (value: HintValue) => void; onCancel: () => void };

/** A hint that is changed before it is applied. Esc leaves it as it was. */
export function HintEditor(props: EditorProps) {
  const { value, onApply, onCancel } = props;
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  return (
    <div onKeyDown={handleKeyDown} className="mt-1.5 grid gap-2" data-hint-editor>
      {value.kind === "due-date" || value.kind === "defer-date" ? (
        <DueForm
          dueAt={value.kind === "due-date" ? value.dueAt : value.deferUntil}
          today={localDay(new Date())}
          canClear={false}
          onSet={(moment) => moment && onApply(withMoment(value, moment))}
        />
      ) : editedText(value) === null ? (
        <LabelEditor {...props} />
      ) : (
        <TextEditor {...props} />
      )}
    </div>
  );
}

function withMoment(value: HintValue, moment: string): HintValue {
  return value.kind === "defer-date" ? { ...value, deferUntil: moment } : { kind: "due-date", dueAt: moment };
}

function TextEditor({ value, onApply, onCancel }: EditorProps) {
  const noteId = useId();
  const [text, setText] = useState(editedText(value) ?? "");
  const [isWrong, setWrong] = useState(false);
  const apply = () => {
    const edited = withText(value, text);
    if (edited) onApply(edited);
    else setWrong(true);
  };
  const isList = value.kind === "checklist" || value.kind === "questions" || value.kind === "summary";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
      className="grid gap-2"
    >
      <TextArea
        autoFocus
        aria-label={strings.edited(strings.kinds[value.kind])}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? noteId : undefined}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setWrong(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || isComposing(event.nativeEvent)) return;
          if (isList && !event.ctrlKey && !event.metaKey) return;
          event.preventDefault();
          apply();
        }}
      />
      {isWrong && (
        <p id={noteId} role="alert" className="text-xs text-danger">
          {strings.wrong}
        </p>
      )}
      <EditorActions onCancel={onCancel} />
    </form>
  );
}

function LabelEditor({ value, view, onApply, onCancel }: EditorProps) {
  const [chosen, setChosen] = useState(value);
  const choices = labelChoices(value, view);
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    onApply(chosen);
  };
  return (
    <form onSubmit={handleSubmit} className="grid gap-2">
      <SelectField
        label={strings.kinds[value.kind]}
        value={String(choices.findIndex((choice) => JSON.stringify(choice.value) === JSON.stringify(chosen)))}
        options={choices.map(({ label }, index) => ({ value: String(index), label }))}
        onChange={(index) => setChosen(choices[Number(index)]?.value ?? chosen)}
      />
      <EditorActions onCancel={onCancel} />
    </form>
  );
}

function labelChoices(value: HintValue, view: BoardView): { label: string; value: HintValue }[] {
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label);
  const choices =
    value.kind === "tag"
      ? Object.values(view.tags).map(({ id: tagId, name }) => ({ label: name, value: { kind: "tag" as const, tagId } }))
      : value.kind === "context"
        ? Object.values(view.contexts).map(({ id: contextId, name }) => ({
            label: name,
            value: { kind: "context" as const, contextId },
          }))
        : Object.values(view.projects).map(({ id: projectId, name }) => ({
            label: name,
            value: { kind: "project" as const, projectId },
          }));
  return choices.sort(byName);
}

function EditorActions({ onCancel }: { onCancel: () => void }) {
  return (
    <div className="flex gap-2">
      <Button tone="primary" type="submit">
        {strings.applyEdited}
      </Button>
      <Button tone="quiet" onClick={onCancel}>
        {strings.cancel}
      </Button>
    </div>
  );
}
