"use client";

import { linksOfTask } from "@kanban/domain/task-links";
import { X } from "lucide-react";
import { classNames } from "../../../components/ui/class-names.ts";
import { IconButton } from "../../../components/ui/icon-button.tsx";
import { replaceTaskAt, taskPath } from "../task-location.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { linkSides } from "./link-sides.ts";
import { linkStrings } from "./link-strings.ts";

/** The linked tasks by their titles, each a way to it. Nothing while there are none. */
export function TaskLinks() {
  const { boardId, view, task, canEdit, mutate } = useTaskPanel();
  const links = linksOfTask(view, task.id);
  const sides = linkSides.filter((side) => links[side].length > 0);
  if (sides.length === 0) return null;
  return (
    <section aria-label={linkStrings.heading} className="grid gap-2">
      {sides.map((side) => (
        <div key={side} className="grid gap-0.5">
          <h3 className="text-sm font-bold">{linkStrings.sides[side]}</h3>
          <ul className="grid">
            {links[side].map(({ link, task: other }) => (
              <li key={link.id} className="group flex min-h-7 items-center gap-2 touch:min-h-11">
                <a
                  href={taskPath(boardId, other)}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                    event.preventDefault();
                    replaceTaskAt(taskPath(boardId, other) + location.search);
                  }}
                  className="flex min-h-6 min-w-0 items-center gap-2 rounded-s text-md hover:text-accent touch:min-h-11"
                >
                  <span className="shrink-0 font-mono text-2xs font-medium text-ink-3">
                    {other.number > 0 && `${view.board.key}-${other.number}`}
                  </span>
                  <span
                    className={classNames(
                      "min-w-0 truncate",
                      other.finishedAt !== null && "text-ink-3 line-through decoration-line-strong",
                    )}
                  >
                    {other.title}
                  </span>
                  {other.finishedAt !== null && <span className="sr-only">{linkStrings.finished}</span>}
                </a>
                {canEdit && (
                  <IconButton
                    label={linkStrings.remove(other.title)}
                    onClick={() => mutate("taskLink.remove", { linkId: link.id })}
                    className="ml-auto opacity-0 group-hover:opacity-100 focus-visible:opacity-100 touch:opacity-100"
                  >
                    <X size={13} aria-hidden />
                  </IconButton>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
