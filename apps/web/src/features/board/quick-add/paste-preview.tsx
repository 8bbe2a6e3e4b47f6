import { CornerDownRight } from "lucide-react";
import type { DateReader } from "@kanban/domain/capture-syntax/capture-token";
import { type OutlineTask, readOutline } from "@kanban/domain/capture-syntax/read-outline";
import type { ColumnId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { classNames } from "../../../components/ui/class-names.ts";
import { strings } from "../board.strings.ts";
import { useScreen } from "../state/screen.tsx";
import { doneColumnOf, readPasted } from "./create-pasted.ts";
import { givenByLane } from "./given-by-lane.ts";
import { PasteQuestion } from "./paste-question.tsx";

const texts = strings.add;

/** Asks whether pasted lines are tasks or one task, and shows what each would become. */
export function PastePreview({
  text,
  columnId,
  lane,
  readDates,
  onMany,
  onOne,
  onCancel,
  onEscape,
}: {
  text: string;
  columnId: ColumnId;
  lane?: string | undefined;
  readDates: DateReader | undefined;
  onMany: (tasks: OutlineTask[]) => void;
  onOne: () => void;
  onCancel: () => void;
  /** The lines stay where they are. */
  onEscape: () => void;
}) {
  const tasks = readOutline(text);
  return (
    <PasteQuestion
      texts={{
        question: texts.pasteQuestion(tasks.length),
        cancel: texts.pasteCancel,
        list: texts.pastedTasks,
        tooMany: texts.tooMany(tasks.length, limits.pastedTasks),
        many: texts.pasteMany(tasks.length),
        one: texts.pasteOne,
      }}
      isTooMany={tasks.length > limits.pastedTasks}
      onMany={() => onMany(tasks)}
      onOne={onOne}
      onCancel={onCancel}
      onEscape={onEscape}
    >
      {tasks.slice(0, limits.pastedTasks).map((task, index) => (
        <PastedRow key={index} task={task} columnId={columnId} lane={lane} readDates={readDates} />
      ))}
    </PasteQuestion>
  );
}

function PastedRow({
  task,
  columnId,
  lane,
  readDates,
}: {
  task: OutlineTask;
  columnId: ColumnId;
  lane: string | undefined;
  readDates: DateReader | undefined;
}) {
  const screen = useScreen();
  const { title, values } = readPasted(task, readDates);
  const { grouping, laneHands } = screen.store.get();
  const isInLane = Object.keys(givenByLane(screen.view(), grouping, lane, values)).length > 0;
  const done = task.isDone ? doneColumnOf(screen, columnId) : null;
  const facts = [
    ...(task.items.length > 0 ? [texts.withItems(task.items.length)] : []),
    ...(task.notes === "" ? [] : [texts.withNotes]),
    ...(done ? [texts.goesTo(done.name)] : []),
    ...(isInLane && lane !== undefined ? [laneHands?.nameOf(lane) ?? ""] : []),
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
