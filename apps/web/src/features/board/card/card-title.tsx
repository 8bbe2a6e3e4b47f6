import type { MouseEvent } from "react";
import type { TaskCard } from "@kanban/domain/entities";
import { classNames } from "../../../components/ui/class-names.ts";
import { taskPath } from "../../task/task-location.ts";
import { useScreen } from "../state/screen.tsx";
import { openTask } from "./open-task.ts";

const titleClass =
  "text-(length:--card-size) leading-(--card-leading) font-title tracking-[-0.003em] text-pretty break-words touch:pr-8";
const doneClass = "text-ink-3 line-through decoration-line-strong";

/** The sentence on a card; a real link, so that it can be opened in a new tab. */
export function CardTitle({ task, isDone }: { task: TaskCard; isDone: boolean }) {
  const screen = useScreen();
  const handleClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    openTask(screen, task.id);
  };
  return (
    <a
      id={`title-${task.id}`}
      dir="auto"
      href={taskPath(screen.boardId, task)}
      draggable={false}
      tabIndex={-1}
      onClick={handleClick}
      className={classNames(titleClass, isDone && doneClass)}
    >
      {task.title}
    </a>
  );
}
