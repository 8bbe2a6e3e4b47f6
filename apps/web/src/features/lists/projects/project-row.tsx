"use client";

import { ChevronDown, TriangleAlert } from "lucide-react";
import { type ProjectStatus, projectStatusSchema } from "@kanban/domain/entities";
import type { ListedProject } from "@kanban/domain/lists/list-projects";
import { AppLink } from "../../../components/ui/app-link.tsx";
import { Menu, MenuRadioGroup } from "../../../components/ui/menu.tsx";
import { ColorDot } from "../../../components/ui/tag.tsx";
import { boardPath } from "../../boards/board-path.ts";
import { taskPath } from "../../task/task-location.ts";
import { rowClass } from "../row-class.ts";
import type { RowActs } from "../use-list-acts.tsx";
import { NextActionForm } from "./next-action-form.tsx";
import { OutcomeField } from "./outcome-field.tsx";
import { addNextAction, setStatus } from "./project-acts.ts";
import { ProjectProgress } from "./project-progress.tsx";
import { projectsStrings } from "./projects.strings.ts";

const shownActions = 3;

/** One project: the outcome it is for, how far it is, and what moves it, or the place to say what could. */
export function ProjectRow({ entry, acts }: { entry: ListedProject; acts: RowActs }) {
  const { view, project, next, open, done, waiting, isStalled } = entry;
  const canEdit = view.role !== "viewer";
  return (
    <li data-row={project.id} className={`${rowClass} px-3! py-3!`}>
      <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-1.5">
        <div className="flex min-w-0 items-start gap-2">
          <ColorDot color={project.color} className="mt-1.5 touch:mt-4" />
          <AppLink
            href={`${boardPath(view.board.id)}?project=${project.id}`}
            className="min-w-0 rounded-s text-md leading-5 font-strong text-pretty wrap-anywhere text-ink hover:underline touch:py-2.5"
          >
            {project.name}
          </AppLink>
          <span className="ml-auto shrink-0">
            <StatusMenu entry={entry} acts={acts} canEdit={canEdit} />
          </span>
        </div>
        <OutcomeField
          name={project.name}
          outcome={project.desiredOutcome}
          canEdit={canEdit}
          onSave={(desiredOutcome) =>
            acts.mutateOn(view.board.id)("project.update", { projectId: project.id, desiredOutcome })
          }
        />
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5 text-xs text-ink-3">
          <span className="font-mono text-2xs font-medium">{view.board.key}</span>
          <ProjectProgress done={done} all={done + open} />
          {waiting > 0 && <span>{projectsStrings.waiting(waiting)}</span>}
          {isStalled && (
            <span className="inline-flex items-center gap-1 font-strong text-warn">
              <TriangleAlert size={12} aria-hidden />
              {projectsStrings.stalled}
            </span>
          )}
        </p>
        {next.length > 0 && (
          <ul aria-label={projectsStrings.nextOf(project.name)} className="grid gap-0.5 text-sm">
            {next.slice(0, shownActions).map(({ task }) => (
              <li key={task.id} className="flex items-baseline gap-1.5">
                <span aria-hidden className="text-ink-3">
                  →
                </span>
                <AppLink
                  href={taskPath(view.board.id, task)}
                  className="rounded-s wrap-anywhere text-ink-2 hover:text-ink hover:underline touch:py-3"
                >
                  {task.title}
                </AppLink>
              </li>
            ))}
            {next.length > shownActions && (
              <li className="pl-5 text-xs text-ink-3">{projectsStrings.more(next.length - shownActions)}</li>
            )}
          </ul>
        )}
        {canEdit && project.status === "active" && (
          <NextActionForm name={project.name} onAdd={(title) => addNextAction(view, project.id, title, acts)} />
        )}
      </div>
    </li>
  );
}

function StatusMenu({ entry, acts, canEdit }: { entry: ListedProject; acts: RowActs; canEdit: boolean }) {
  const { name, status } = entry.project;
  const label = projectsStrings.statusOf(name, projectsStrings.statuses[status]);
  if (!canEdit) return <span className="text-xs text-ink-3">{projectsStrings.statuses[status]}</span>;
  return (
    <Menu
      align="end"
      label={label}
      trigger={
        <button
          type="button"
          aria-label={label}
          className="inline-flex h-6 items-center gap-1 rounded-m px-2 text-xs font-medium text-ink-2 hover:bg-[color-mix(in_oklab,var(--ink)_8%,transparent)] hover:text-ink touch:h-11"
        >
          {projectsStrings.statuses[status]}
          <ChevronDown size={12} aria-hidden />
        </button>
      }
    >
      <MenuRadioGroup<ProjectStatus>
        value={status}
        options={projectStatusSchema.options.map((value) => ({ value, label: projectsStrings.statuses[value] }))}
        onChange={(next) => setStatus(entry, next, acts)}
      />
    </Menu>
  );
}
