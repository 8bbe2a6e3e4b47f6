"use client";

import type { Hint } from "@kanban/domain/entities";
import { LinkFields } from "../links/link-fields.tsx";
import { taskStrings } from "../task.strings.ts";
import { ColumnField } from "./column-field.tsx";
import { DueField } from "./due-field.tsx";
import { EstimateField } from "./estimate-field.tsx";
import { AssigneesField, ContextsField, ProjectField, TagsField } from "./label-fields.tsx";
import { PriorityField } from "./priority-field.tsx";
import { WaitingField } from "./waiting-field.tsx";

/** The fields that keys open. */
export type OpenField = "column" | "due" | "tags" | "project" | "contexts" | "assign" | "priority" | null;

/** Everything that is set rather than written. */
export function Fields({
  dueHint,
  openField,
  onOpenField,
}: {
  dueHint: Hint | undefined;
  openField: OpenField;
  onOpenField: (field: OpenField) => void;
}) {
  const isOpen = (field: OpenField) => ({
    open: openField === field,
    onOpenChange: (open: boolean) => onOpenField(open ? field : null),
  });
  return (
    <section aria-label={taskStrings.fields.heading}>
      <dl className="grid grid-cols-[74px_minmax(0,1fr)] gap-x-2">
        <ColumnField {...isOpen("column")} />
        <ProjectField {...isOpen("project")} />
        <ContextsField {...isOpen("contexts")} />
        <AssigneesField {...isOpen("assign")} />
        <DueField hint={dueHint} {...isOpen("due")} />
        <EstimateField />
        <PriorityField {...isOpen("priority")} />
        <TagsField {...isOpen("tags")} />
        <WaitingField />
        <LinkFields />
      </dl>
    </section>
  );
}
