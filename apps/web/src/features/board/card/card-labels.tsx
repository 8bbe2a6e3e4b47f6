import type { TaskCard } from "@kanban/domain/entities";
import { ColorDot, Tag } from "../../../components/ui/tag.tsx";
import { useBoardPart } from "../state/screen.tsx";

/** A card's project, contexts and tags; a label that is gone is not drawn. */
export function CardLabels({ task }: { task: TaskCard }) {
  const projects = useBoardPart((view) => view.projects);
  const contexts = useBoardPart((view) => view.contexts);
  const tags = useBoardPart((view) => view.tags);
  const project = task.projectId ? projects[task.projectId] : undefined;
  return (
    <>
      {project && (
        <span className="inline-flex min-w-0 items-center gap-1">
          <ColorDot color={project.color} />
          <span className="truncate">{project.name}</span>
        </span>
      )}
      {task.contextIds.map((id) => contexts[id] && <span key={id}>{`@${contexts[id].name.replace(/^@/, "")}`}</span>)}
      {task.tagIds.map(
        (id) =>
          tags[id] && (
            <Tag key={id} color={tags[id].color}>
              {tags[id].name}
            </Tag>
          ),
      )}
    </>
  );
}
