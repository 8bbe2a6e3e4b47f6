"use client";

import { ChevronsUp } from "lucide-react";
import type { TaskCard } from "@kanban/domain/entities";
import { Avatar } from "../../../components/ui/avatar.tsx";
import { ColorDot, Tag } from "../../../components/ui/tag.tsx";
import { strings } from "../board.strings.ts";
import { CardTitle } from "../card/card-title.tsx";
import { useBoardPart } from "../state/screen.tsx";
import { useClock } from "../state/use-clock.ts";
import { ColumnCell } from "./column-cell.tsx";
import { DueCell } from "./due-cell.tsx";
import type { ListField } from "./list-fields.ts";
import { PriorityCell } from "./priority-cell.tsx";
import { listStrings } from "./list.strings.ts";

const dayMs = 86_400_000;

/** One field of a task in the list. */
export function ListCell({ task, field, isNarrow }: { task: TaskCard; field: ListField; isNarrow: boolean }) {
  switch (field) {
    case "title":
      return <TitleCell task={task} />;
    case "column":
      return <ColumnCell task={task} isNarrow={isNarrow} />;
    case "due":
      return <DueCell task={task} isNarrow={isNarrow} />;
    case "priority":
      return isNarrow ? (
        <span className="inline-flex items-center gap-0.5">
          {task.priority === "high" && <ChevronsUp size={12} aria-hidden />}
          {listStrings.priorities[task.priority]}
        </span>
      ) : (
        <PriorityCell task={task} />
      );
    case "age":
      return <AgeCell enteredColumnAt={task.enteredColumnAt} />;
    case "estimate":
      return task.estimateMinutes !== null && <span>{strings.card.estimate(task.estimateMinutes)}</span>;
    case "project":
    case "tags":
    case "contexts":
    case "assignees":
      return <LabelsCell task={task} field={field} />;
  }
}

function TitleCell({ task }: { task: TaskCard }) {
  const key = useBoardPart((view) => view.board.key);
  const isDone = useBoardPart((view) => view.columns[task.columnId]?.kind === "done");
  return (
    <span className="flex min-w-0 items-baseline gap-2 [&_a]:min-w-0 [&_a]:truncate [&_a]:text-sm">
      {task.number > 0 && (
        <span className="shrink-0 font-mono text-2xs font-medium text-ink-3">{`${key}-${task.number}`}</span>
      )}
      <CardTitle task={task} isDone={isDone} />
    </span>
  );
}

function AgeCell({ enteredColumnAt }: { enteredColumnAt: string }) {
  const days = useClock((now) => Math.max(0, Math.floor((now - Date.parse(enteredColumnAt)) / dayMs)));
  return <span className="text-ink-3">{listStrings.days(days)}</span>;
}

function LabelsCell({ task, field }: { task: TaskCard; field: "project" | "tags" | "contexts" | "assignees" }) {
  const { projects, tags, contexts, members } = {
    projects: useBoardPart((view) => view.projects),
    tags: useBoardPart((view) => view.tags),
    contexts: useBoardPart((view) => view.contexts),
    members: useBoardPart((view) => view.members),
  };
  const project = task.projectId ? projects[task.projectId] : undefined;
  return (
    <span className="flex min-w-0 items-center gap-1 overflow-hidden whitespace-nowrap">
      {field === "project" && project && (
        <>
          <ColorDot color={project.color} />
          <span className="truncate">{project.name}</span>
        </>
      )}
      {field === "tags" &&
        task.tagIds.map(
          (id) =>
            tags[id] && (
              <Tag key={id} color={tags[id].color}>
                {tags[id].name}
              </Tag>
            ),
        )}
      {field === "contexts" && (
        <span className="truncate">
          {task.contextIds.map((id) => `@${contexts[id]?.name.replace(/^@/u, "") ?? ""}`).join(" ")}
        </span>
      )}
      {field === "assignees" &&
        task.assigneeIds.map((id) => <Avatar key={id} id={id} name={members[id]?.name ?? "?"} />)}
    </span>
  );
}
