"use client";

import { Avatar } from "../../../components/ui/avatar.tsx";
import { ColorDot, Tag } from "../../../components/ui/tag.tsx";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { assigneeChoice } from "./choices/assignee-choice.tsx";
import { contextChoice } from "./choices/context-choice.tsx";
import { projectChoice } from "./choices/project-choice.tsx";
import { tagChoice } from "./choices/tag-choice.tsx";
import { FieldRow } from "./field-row.tsx";
import { OptionPicker } from "./option-picker.tsx";

const strings = taskStrings.fields;
const nothing = <span className="text-ink-3">{strings.none}</span>;

type Openable = { open: boolean; onOpenChange: (open: boolean) => void };

/** The project: one or none. */
export function ProjectField(openable: Openable) {
  const hand = useTaskPanel();
  const project = hand.task.projectId ? hand.view.projects[hand.task.projectId] : undefined;
  const value = project ? (
    <>
      <ColorDot color={project.color} />
      <span className="min-w-0 truncate">{project.name}</span>
    </>
  ) : (
    nothing
  );
  return (
    <FieldRow label={strings.project}>
      {hand.canEdit ? (
        <OptionPicker choice={projectChoice(hand)} {...openable}>
          {value}
        </OptionPicker>
      ) : (
        <span className="flex min-w-0 items-center gap-1 text-sm">{value}</span>
      )}
    </FieldRow>
  );
}

/** The contexts, such as @phone. */
export function ContextsField(openable: Openable) {
  const hand = useTaskPanel();
  const names = hand.task.contextIds.flatMap((id) => hand.view.contexts[id]?.name ?? []);
  const value = names.length > 0 ? names.map((name) => <span key={name}>@{name}</span>) : nothing;
  return (
    <FieldRow label={strings.contexts}>
      {hand.canEdit ? (
        <OptionPicker choice={contextChoice(hand)} {...openable}>
          {value}
        </OptionPicker>
      ) : (
        <span className="flex min-w-0 flex-wrap gap-1 text-sm">{value}</span>
      )}
    </FieldRow>
  );
}

/** Who does it. */
export function AssigneesField(openable: Openable) {
  const hand = useTaskPanel();
  const people = hand.task.assigneeIds.flatMap((id) => hand.view.members[id] ?? []);
  const value =
    people.length > 0
      ? people.map(({ userId, name }) => (
          <span key={userId} className="flex min-w-0 items-center gap-1">
            <Avatar id={userId} name={name} labelled={false} />
            <span className="min-w-0 truncate">{name}</span>
          </span>
        ))
      : nothing;
  return (
    <FieldRow label={strings.assignees}>
      {hand.canEdit ? (
        <OptionPicker choice={assigneeChoice(hand)} {...openable}>
          {value}
        </OptionPicker>
      ) : (
        <span className="flex min-w-0 flex-wrap gap-1 text-sm">{value}</span>
      )}
    </FieldRow>
  );
}

/** The tags. */
export function TagsField(openable: Openable) {
  const hand = useTaskPanel();
  const tags = hand.task.tagIds.flatMap((id) => hand.view.tags[id] ?? []);
  const value =
    tags.length > 0
      ? tags.map((tag) => (
          <Tag key={tag.id} color={tag.color}>
            {tag.name}
          </Tag>
        ))
      : nothing;
  return (
    <FieldRow label={strings.tags}>
      {hand.canEdit ? (
        <OptionPicker choice={tagChoice(hand)} {...openable}>
          {value}
        </OptionPicker>
      ) : (
        <span className="flex min-w-0 flex-wrap gap-1">{value}</span>
      )}
    </FieldRow>
  );
}
