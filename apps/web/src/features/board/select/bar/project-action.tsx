"use client";

import { CircleSlash, FolderClosed } from "lucide-react";
import type { Project } from "@kanban/domain/entities";
import type { ProjectId } from "@kanban/domain/ids";
import { ColorDot } from "../../../../components/ui/tag.tsx";
import { newId } from "../../../../sync/new-id.ts";
import { nextLabelColor } from "../../../task/fields/next-label-color.ts";
import { asOneStep } from "../../../undo/undo-steps.ts";
import { useBoardPart, useScreen } from "../../state/screen.tsx";
import { bulk } from "../bulk.ts";
import { selectedIds } from "../select.ts";
import { selectStrings } from "../select.strings.ts";
import { ListAction } from "./list-action.tsx";
import { sharedValue, useSelectedTasks } from "./use-selected-tasks.ts";

const { actions, find, done } = selectStrings;
const nowhere = "none";

/** The project of all: one, or none. */
export function ProjectAction() {
  const screen = useScreen();
  const projects = useBoardPart((view) => view.projects);
  const shared = sharedValue(useSelectedTasks(), (task) => task.projectId);
  const list = Object.values<Project>(projects).filter(({ status }) => status === "active");
  const set = (projectId: ProjectId | null) => {
    const ids = selectedIds(screen);
    bulk(screen, ids, { kind: "update", projectId }, done.changed(ids.length));
  };
  const create = (name: string) => {
    const projectId = newId<ProjectId>();
    asOneStep("task.bulk", () => {
      const color = nextLabelColor(list.map((project) => project.color));
      if (!screen.mutate("project.create", { projectId, name, color }).refused) set(projectId);
    });
  };
  const none = {
    id: nowhere as ProjectId | typeof nowhere,
    name: selectStrings.noProject,
    icon: <CircleSlash size={12} aria-hidden className="text-ink-3" />,
  };
  return (
    <ListAction<ProjectId | typeof nowhere>
      panel="project"
      icon={<FolderClosed size={15} />}
      label={actions.project}
      placeholder={find.project}
      options={[...list.map(({ id, name, color }) => ({ id, name, icon: <ColorDot color={color} /> })), none]}
      all={shared === undefined ? [] : [shared ?? nowhere]}
      isOneOnly
      onToggle={(id) => set(id === nowhere ? null : id)}
      onCreate={create}
    />
  );
}
