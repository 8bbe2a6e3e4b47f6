"use client";

import type { DecidedFields } from "@kanban/domain/clarify/clarify-proposal";
import type { ClarifyDraft } from "@kanban/domain/clarify/clarify-tree";
import type { Context, Tag } from "@kanban/domain/entities";
import type { ContextId, TagId } from "@kanban/domain/ids";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { useState } from "react";
import { ColorDot } from "../../components/ui/tag.tsx";
import { newId } from "../../sync/new-id.ts";
import { nextLabelColor } from "../task/fields/next-label-color.ts";
import { toggled } from "../task/fields/choices/field-choice.ts";
import { clarifyStrings } from "./clarify.strings.ts";
import type { NewLabel } from "./new-label.ts";
import { PickStep } from "./pick-step.tsx";

type Props = {
  entry: ListedTask;
  base: DecidedFields;
  /** What was picked before and gone back behind. */
  given: Partial<ClarifyDraft>;
  /** Labels that will be made with the decision. */
  made: readonly NewLabel[];
  onMake: (label: NewLabel) => void;
  onBack: () => void;
};

/** Where something can be done. */
export function ContextStep({
  entry: { view, task },
  base,
  given,
  made,
  onMake,
  onPicked,
  onBack,
}: Props & { onPicked: (ids: ContextId[]) => void }) {
  const [picked, setPicked] = useState<ContextId[]>([...(given.contextIds ?? base.contextIds ?? task.contextIds)]);
  const icon = <span className="text-ink-3">@</span>;
  const create = (name: string) => {
    const id = newId<ContextId>();
    onMake({ kind: "context", id, name });
    setPicked((before) => [...before, id]);
  };
  return (
    <PickStep
      question={clarifyStrings.contexts}
      placeholder={clarifyStrings.contextsPlaceholder}
      sign="@"
      options={[
        ...Object.values<Context>(view.contexts).map(({ id, name }) => ({ id, name, icon })),
        ...made.flatMap((label) => (label.kind === "context" ? [{ ...label, icon }] : [])),
      ]}
      chosen={picked}
      onPick={(id) => setPicked((before) => toggled(before, id))}
      onCreate={create}
      onContinue={() => onPicked(picked)}
      onBack={onBack}
    />
  );
}

/** Its tags. */
export function TagStep({
  entry: { view, task },
  base,
  given,
  made,
  onMake,
  onPicked,
  onBack,
}: Props & { onPicked: (ids: TagId[]) => void }) {
  const [picked, setPicked] = useState<TagId[]>([...(given.tagIds ?? base.tagIds ?? task.tagIds)]);
  const tags = Object.values<Tag>(view.tags);
  const created = made.flatMap((label) => (label.kind === "tag" ? [label] : []));
  const create = (name: string) => {
    const id = newId<TagId>();
    onMake({ kind: "tag", id, name, color: nextLabelColor([...tags, ...created].map(({ color }) => color)) });
    setPicked((before) => [...before, id]);
  };
  return (
    <PickStep
      question={clarifyStrings.tags}
      placeholder={clarifyStrings.tagsPlaceholder}
      sign="#"
      options={[...tags, ...created].map(({ id, name, color }) => ({ id, name, icon: <ColorDot color={color} /> }))}
      chosen={picked}
      onPick={(id) => setPicked((before) => toggled(before, id))}
      onCreate={create}
      onContinue={() => onPicked(picked)}
      onBack={onBack}
    />
  );
}
