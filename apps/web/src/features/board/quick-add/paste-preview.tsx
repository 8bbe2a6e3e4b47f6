import { CornerDownRight, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import type { DateReader } from "@kanban/domain/capture-syntax/capture-token";
import { type OutlineTask, readOutline } from "@kanban/domain/capture-syntax/read-outline";
import type { ColumnId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { Button } from "../../../components/ui/button.tsx";
import { classNames } from "../../../components/ui/class-names.ts";
import { IconButton } from "../../../components/ui/icon-button.tsx";
import { strings } from "../board.strings.ts";
import { focusOnMount } from "../focus/focus-on-mount.ts";
import { useScreen } from "../state/screen.tsx";
import { doneColumnOf, readPasted } from "./create-pasted.ts";

const texts = strings.add;

/** Asks whether pasted lines are tasks or one task, and shows what each would become. */
export function PastePreview({
  text,
  columnId,
  readDates,
  onMany,
  onOne,
  onCancel,
  onEscape,
}: {
  text: string;
  columnId: ColumnId;
  readDates: DateReader | undefined;
  onMany: (tasks: OutlineTask[]) => void;
  onOne: () => void;
  onCancel: () => void;
  /** The lines stay where they are. */
  onEscape: () => void;
}) {
  const tasks = readOutline(text);
  const isTooMany = tasks.length > limits.pastedTasks;
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onEscape();
  };
  const question = texts.pasteQuestion(tasks.length);
  return (
    <div role="group" aria-label={question} onKeyDown={handleKeyDown} className="grid gap-2">
      <div className="flex items-start justify-between gap-2">
        <p className="text-md font-strong">{question}</p>
        <IconButton label={texts.pasteCancel} onClick={onCancel} className="-mt-0.5 -mr-1">
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      <ul
        tabIndex={0}
        aria-label={texts.pastedTasks}
        className="grid max-h-48 gap-1 overflow-y-auto rounded-s text-xs text-ink-2"
      >
        {tasks.slice(0, limits.pastedTasks).map((task, index) => (
          <PastedRow key={index} task={task} columnId={columnId} readDates={readDates} />
        ))}
      </ul>
      {isTooMany && (
        <p role="alert" className="text-xs text-danger">
          {texts.tooMany(tasks.length, limits.pastedTasks)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          tone="primary"
          ref={isTooMany ? undefined : focusOnMount}
          disabled={isTooMany}
          onClick={() => onMany(tasks)}
        >
          {texts.pasteMany(tasks.length)}
        </Button>
        <Button ref={isTooMany ? focusOnMount : undefined} onClick={onOne}>
          {texts.pasteOne}
        </Button>
      </div>
    </div>
  );
}

function PastedRow({
  task,
  columnId,
  readDates,
}: {
  task: OutlineTask;
  columnId: ColumnId;
  readDates: DateReader | undefined;
}) {
  const screen = useScreen();
  const { title, values } = readPasted(task, readDates);
  const done = task.isDone ? doneColumnOf(screen, columnId) : null;
  const facts = [
    ...(task.items.length > 0 ? [texts.withItems(task.items.length)] : []),
    ...(task.notes === "" ? [] : [texts.withNotes]),
    ...(done ? [texts.goesTo(done.name)] : []),
    ...(values.project === null ? [] : [`+${values.project}`]),
    ...values.contexts.map((name) => `@${name}`),
    ...values.tags.map((name) => `#${name}`),
  ];
  return (
    <li className="grid">
      <span className={classNames("truncate", task.isDone && "text-ink-3 line-through decoration-line-strong")}>
        {title}
      </span>
      {facts.length > 0 && (
        <span className="flex items-center gap-1 text-ink-3">
          <CornerDownRight size={11} aria-hidden className="shrink-0" />
          <span className="truncate">{facts.join(" · ")}</span>
        </span>
      )}
    </li>
  );
}
