import type { Project } from "@kanban/domain/entities";
import type { ProjectId } from "@kanban/domain/ids";
import { ColorDot } from "../../../../components/ui/tag.tsx";
import { newId } from "../../../../sync/new-id.ts";
import { asOneStep } from "../../../undo/undo-steps.ts";
import { taskStrings } from "../../task.strings.ts";
import { nextLabelColor } from "../next-label-color.ts";
import type { FieldChoice, TaskInHand } from "./field-choice.ts";

/** The project of a task: one or none. */
export function projectChoice({ view, task, mutate }: TaskInHand): FieldChoice<ProjectId> {
  const all = Object.values<Project>(view.projects);
  const set = (projectId: ProjectId | null) => mutate("task.update", { taskId: task.id, projectId });
  return {
    label: taskStrings.fields.project,
    placeholder: taskStrings.fields.find.project,
    options: all
      .filter(({ status, id }) => status === "active" || id === task.projectId)
      .map(({ id, name, color }) => ({ id, name, icon: <ColorDot color={color} /> })),
    chosen: task.projectId ? [task.projectId] : [],
    closesOnChoice: true,
    // Choosing the chosen one takes it off.
    onToggle: (id) => set(id === task.projectId ? null : id),
    onCreate: (name) => {
      const projectId = newId<ProjectId>();
      const color = nextLabelColor(all.map((each) => each.color));
      asOneStep("project.create", () => {
        if (!mutate("project.create", { projectId, name, color }).refused) set(projectId);
      });
    },
  };
}
