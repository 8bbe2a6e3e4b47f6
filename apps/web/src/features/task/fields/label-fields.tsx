"use client";

import type { Context, Project, Tag as TagEntity } from "@kanban/domain/entities";
import type { ContextId, ProjectId, TagId } from "@kanban/domain/ids";
import { useState } from "react";
import { ColorDot, Tag } from "../../../components/ui/tag.tsx";
import { newId } from "../../../sync/new-id.ts";
import { taskStrings } from "../task.strings.ts";
import { asOneStep } from "../../undo/undo-steps.ts";
import { undoStrings } from "../../undo/undo.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { FieldRow } from "./field-row.tsx";
import { nextLabelColor } from "./next-label-color.ts";
import { OptionPicker } from "./option-picker.tsx";

const strings = taskStrings.fields;
const nothing = <span className="text-ink-3">{strings.none}</span>;

function toggled<Id>(ids: readonly Id[], id: Id): Id[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

/** The project: one or none. */
export function ProjectField() {
  const { view, task, canEdit, mutate } = useTaskPanel();
  const [open, setOpen] = useState(false);
  const project = task.projectId ? view.projects[task.projectId] : undefined;
  const projects = Object.values<Project>(view.projects).filter(
    ({ status, id }) => status === "active" || id === task.projectId,
  );
  const set = (projectId: ProjectId | null) => mutate("task.update", { taskId: task.id, projectId });
  const create = (name: string) => {
    const projectId = newId<ProjectId>();
    const color = nextLabelColor(Object.values<Project>(view.projects).map((each) => each.color));
    asOneStep(undoStrings.by["project.create"], () => {
      if (!mutate("project.create", { projectId, name, color }).refused) set(projectId);
    });
  };
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
      {canEdit ? (
        <OptionPicker
          label={strings.project}
          placeholder={strings.find.project}
          options={projects.map(({ id, name, color }) => ({ id, name, icon: <ColorDot color={color} /> }))}
          chosen={task.projectId ? [task.projectId] : []}
          closesOnChoice
          open={open}
          onOpenChange={setOpen}
          // Choosing the chosen one takes it off.
          onToggle={(id) => set(id === task.projectId ? null : id)}
          onCreate={create}
        >
          {value}
        </OptionPicker>
      ) : (
        <span className="flex min-w-0 items-center gap-1 text-sm">{value}</span>
      )}
    </FieldRow>
  );
}

/** The contexts, such as @phone. */
export function ContextsField() {
  const { view, task, canEdit, mutate } = useTaskPanel();
  const [open, setOpen] = useState(false);
  const set = (contextIds: ContextId[]) => mutate("task.update", { taskId: task.id, contextIds });
  const create = (typed: string) => {
    const contextId = newId<ContextId>();
    const name = typed.replace(/^@/u, "").trim();
    if (name === "") return;
    asOneStep(undoStrings.by["context.create"], () => {
      if (!mutate("context.create", { contextId, name }).refused) set([...task.contextIds, contextId]);
    });
  };
  const names = task.contextIds.flatMap((id) => view.contexts[id]?.name ?? []);
  const value = names.length > 0 ? names.map((name) => <span key={name}>@{name}</span>) : nothing;
  return (
    <FieldRow label={strings.contexts}>
      {canEdit ? (
        <OptionPicker
          label={strings.contexts}
          placeholder={strings.find.contexts}
          options={Object.values<Context>(view.contexts).map(({ id, name }) => ({
            id,
            name,
            icon: <span className="text-ink-3">@</span>,
          }))}
          chosen={task.contextIds}
          open={open}
          onOpenChange={setOpen}
          onToggle={(id) => set(toggled(task.contextIds, id))}
          onCreate={create}
        >
          {value}
        </OptionPicker>
      ) : (
        <span className="flex min-w-0 flex-wrap gap-1 text-sm">{value}</span>
      )}
    </FieldRow>
  );
}

/** The tags; `l` opens them. */
export function TagsField({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { view, task, canEdit, mutate } = useTaskPanel();
  const set = (tagIds: TagId[]) => mutate("task.update", { taskId: task.id, tagIds });
  const create = (typed: string) => {
    const tagId = newId<TagId>();
    const name = typed.replace(/^#/u, "").trim();
    const color = nextLabelColor(Object.values<TagEntity>(view.tags).map((each) => each.color));
    if (name === "") return;
    asOneStep(undoStrings.by["tag.create"], () => {
      if (!mutate("tag.create", { tagId, name, color }).refused) set([...task.tagIds, tagId]);
    });
  };
  const tags = task.tagIds.flatMap((id) => view.tags[id] ?? []);
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
      {canEdit ? (
        <OptionPicker
          label={strings.tags}
          placeholder={strings.find.tags}
          options={Object.values<TagEntity>(view.tags).map(({ id, name, color }) => ({
            id,
            name,
            icon: <ColorDot color={color} />,
          }))}
          chosen={task.tagIds}
          open={open}
          onOpenChange={onOpenChange}
          onToggle={(id) => set(toggled(task.tagIds, id))}
          onCreate={create}
        >
          {value}
        </OptionPicker>
      ) : (
        <span className="flex min-w-0 flex-wrap gap-1">{value}</span>
      )}
    </FieldRow>
  );
}
