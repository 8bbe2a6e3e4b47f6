"use client";

import { matchLabel } from "@kanban/domain/capture-syntax/match-label";
import type { ClarifyDraft } from "@kanban/domain/clarify/clarify-tree";
import type { Project } from "@kanban/domain/entities";
import type { ProjectId } from "@kanban/domain/ids";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { ColorDot } from "../../components/ui/tag.tsx";
import { newId } from "../../sync/new-id.ts";
import { nextLabelColor } from "../task/fields/next-label-color.ts";
import { clarifyStrings } from "./clarify.strings.ts";
import { PickStep } from "./pick-step.tsx";

/** Which project something is a step of: one there is, or a new one. */
export function ProjectStep({
  entry: { view },
  proposed,
  given,
  onProject,
  onBack,
}: {
  entry: ListedTask;
  proposed: ProjectId | null;
  /** What was answered before and gone back behind. */
  given: ClarifyDraft["project"];
  onProject: (project: NonNullable<ClarifyDraft["project"]>) => void;
  onBack: () => void;
}) {
  const projects = Object.values<Project>(view.projects);
  const known = given && !given.create ? given.id : proposed;
  const open = projects.filter(({ status }) => status === "active" || status === "someday");
  return (
    <PickStep
      question={clarifyStrings.project}
      placeholder={clarifyStrings.projectPlaceholder}
      options={open.map(({ id, name, color }) => ({ id, name, icon: <ColorDot color={color} /> }))}
      chosen={known ? [known] : []}
      begun={given?.create?.name}
      onPick={(id) => onProject({ id })}
      onCreate={(name) => {
        // A name is taken by finished projects, too: it is refused only after everything else was answered.
        const taken = matchLabel(projects, name);
        if (taken) return onProject({ id: taken.id });
        const color = nextLabelColor(projects.map((project) => project.color));
        onProject({ id: newId<ProjectId>(), create: { name, color } });
      }}
      onBack={onBack}
    />
  );
}
