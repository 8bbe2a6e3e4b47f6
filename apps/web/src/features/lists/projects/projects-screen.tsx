"use client";

import { Plus, Target } from "lucide-react";
import { useRef, useState } from "react";
import { projectStatusSchema } from "@kanban/domain/entities";
import { listProjects } from "@kanban/domain/lists/list-projects";
import { Button } from "../../../components/ui/button.tsx";
import { lazyPart } from "../../../lazy/lazy-part.tsx";
import { frameStrings } from "../../frame/frame.strings.ts";
import { ListFrame } from "../list-frame.tsx";
import type { RowAct } from "../row-act.ts";
import { useListActs } from "../use-list-acts.tsx";
import { useList } from "../use-list.ts";
import { useRowKeys } from "../use-row-keys.ts";
import { ProjectRow } from "./project-row.tsx";
import { projectsStrings } from "./projects.strings.ts";

const NewProjectDialog = lazyPart(() => import("./new-project-dialog.tsx").then((module) => module.NewProjectDialog));

/** The outcomes that take more than one action, on all boards; those that do not move first. */
export function ProjectsScreen() {
  const list = useList(listProjects);
  const { acts, dialogs } = useListActs();
  const [isNew, setNew] = useState(false);
  const { entries, views } = list;
  const rows = useRef<HTMLDivElement>(null);
  const keys = useRowKeys(rows, ["row-activate"], () => [typeNextAction], entries.length);
  const editable = views.filter(({ role }) => role !== "viewer");
  const newProject = editable.length > 0 && (
    <Button onClick={() => setNew(true)}>
      <Plus size={14} aria-hidden />
      {projectsStrings.newProject}
    </Button>
  );
  return (
    <>
      <ListFrame
        title={frameStrings.listNames.projects}
        list={list}
        counts={projectsStrings.counts(
          entries.filter(({ project }) => project.status === "active").length,
          entries.filter(({ isStalled }) => isStalled).length,
        )}
        aside={entries.length > 0 && newProject}
        empty={{
          icon: <Target size={18} aria-hidden />,
          title: projectsStrings.emptyTitle,
          text: projectsStrings.emptyText,
          action: newProject,
        }}
      >
        <div ref={rows} onFocus={keys.onFocus} className="grid grid-cols-[minmax(0,1fr)] gap-4">
          {projectStatusSchema.options.map((status) => {
            const shown = entries.filter(({ project }) => project.status === status);
            if (shown.length === 0) return null;
            return (
              <section key={status} aria-labelledby={`projects-${status}`}>
                <h2 id={`projects-${status}`} className="flex items-baseline gap-2 px-0.5 pb-1.5 text-sm font-strong">
                  {projectsStrings.statuses[status]}
                  <span className="text-xs font-medium text-ink-3">{shown.length}</span>
                </h2>
                <ul className="rounded-l border border-line bg-surface shadow-1">
                  {shown.map((entry) => (
                    <ProjectRow key={entry.project.id} entry={entry} acts={acts} />
                  ))}
                </ul>
              </section>
            );
          })}
        </div>
      </ListFrame>
      {isNew && <NewProjectDialog views={editable} acts={acts} onClose={() => setNew(false)} />}
      {dialogs}
    </>
  );
}

/** The row's own key goes to its field. */
const typeNextAction: RowAct = {
  label: projectsStrings.addNext,
  icon: null,
  command: "row-activate",
  run: () => document.activeElement?.closest("[data-row]")?.querySelector<HTMLElement>("[data-next-action]")?.focus(),
};
