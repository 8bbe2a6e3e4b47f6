import { CircleSlash } from "lucide-react";
import type { Project } from "@kanban/domain/entities";
import type { ProjectId } from "@kanban/domain/ids";
import { ColorDot } from "../../../../components/ui/tag.tsx";
import { newId } from "../../../../sync/new-id.ts";
import type { FieldChoice } from "../../../task/fields/choices/field-choice.ts";
import { nextLabelColor } from "../../../task/fields/next-label-color.ts";
import { asOneStep } from "../../../undo/undo-steps.ts";
import { bulk } from "../bulk.ts";
import { selectedIds } from "../select.ts";
import { selectStrings } from "../select.strings.ts";
import { sharedValue } from "./shared.ts";
import type { TasksInHand } from "./tasks-in-hand.ts";

const { actions, find, done } = selectStrings;
const nowhere = "none";
type Choice = ProjectId | typeof nowhere;

/** The project of all: one, or none. */
export function bulkProjectChoice({ screen, view, tasks }: TasksInHand): FieldChoice<Choice> {
  const shared = sharedValue(tasks, (task) => task.projectId);
  const list = Object.values<Project>(view.projects).filter(({ status }) => status === "active");
  const set = (projectId: ProjectId | null) => {
    const ids = selectedIds(screen);
    bulk(screen, ids, { kind: "update", projectId }, done.changed(ids.length));
  };
  const none = {
    id: nowhere as Choice,
    name: selectStrings.noProject,
    icon: <CircleSlash size={12} aria-hidden className="text-ink-3" />,
  };
  return {
    label: actions.project,
    placeholder: find.project,
    options: [...list.map(({ id, name, color }) => ({ id, name, icon: <ColorDot color={color} /> })), none],
    chosen: shared === undefined ? [] : [shared ?? nowhere],
    closesOnChoice: true,
    onToggle: (id) => set(id === nowhere ? null : id),
    onCreate: (name) => {
      const projectId = newId<ProjectId>();
      asOneStep("task.bulk", () => {
        const color = nextLabelColor(list.map((project) => project.color));
        if (!screen.mutate("project.create", { projectId, name, color }).refused) set(projectId);
      });
    },
  };
}
