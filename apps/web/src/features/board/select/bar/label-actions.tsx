"use client";

import { AtSign, Tag as TagIcon } from "lucide-react";
import type { Context, Tag } from "@kanban/domain/entities";
import type { ContextId, TagId } from "@kanban/domain/ids";
import { ColorDot } from "../../../../components/ui/tag.tsx";
import { newId } from "../../../../sync/new-id.ts";
import { nextLabelColor } from "../../../task/fields/next-label-color.ts";
import { asOneStep } from "../../../undo/undo-steps.ts";
import { useBoardPart, useScreen } from "../../state/screen.tsx";
import { bulk } from "../bulk.ts";
import { selectedIds } from "../select.ts";
import { selectStrings } from "../select.strings.ts";
import { ListAction } from "./list-action.tsx";
import { sharedLabels, useSelectedTasks } from "./use-selected-tasks.ts";

const { actions, find, done } = selectStrings;

/** Tags: what all have is taken off, anything else is added to all. */
export function TagsAction() {
  const screen = useScreen();
  const tags = useBoardPart((view) => view.tags);
  const { all, some } = sharedLabels(useSelectedTasks(), (task) => task.tagIds);
  const list = Object.values<Tag>(tags);
  const set = (tagId: TagId, isOn: boolean) => {
    const ids = selectedIds(screen);
    const name = `#${screen.view().tags[tagId]?.name ?? ""}`;
    const said = (isOn ? done.added : done.removed)(ids.length, name);
    bulk(screen, ids, { kind: "update", [isOn ? "addTagIds" : "removeTagIds"]: [tagId] }, said);
  };
  const create = (typed: string) => {
    const tagId = newId<TagId>();
    const name = typed.replace(/^#/u, "").trim();
    if (name === "") return;
    asOneStep("task.bulk", () => {
      const color = nextLabelColor(list.map((tag) => tag.color));
      if (!screen.mutate("tag.create", { tagId, name, color }).refused) set(tagId, true);
    });
  };
  return (
    <ListAction
      panel="tags"
      icon={<TagIcon size={15} />}
      label={actions.tags}
      placeholder={find.tags}
      options={list.map(({ id, name, color }) => ({ id, name, icon: <ColorDot color={color} /> }))}
      all={all}
      some={some}
      onToggle={(id) => set(id, !all.includes(id))}
      onCreate={create}
    />
  );
}

/** Contexts, in the same way. */
export function ContextsAction() {
  const screen = useScreen();
  const contexts = useBoardPart((view) => view.contexts);
  const { all, some } = sharedLabels(useSelectedTasks(), (task) => task.contextIds);
  const set = (contextId: ContextId, isOn: boolean) => {
    const ids = selectedIds(screen);
    const name = `@${screen.view().contexts[contextId]?.name ?? ""}`;
    const said = (isOn ? done.added : done.removed)(ids.length, name);
    bulk(screen, ids, { kind: "update", [isOn ? "addContextIds" : "removeContextIds"]: [contextId] }, said);
  };
  const create = (typed: string) => {
    const contextId = newId<ContextId>();
    const name = typed.replace(/^@/u, "").trim();
    if (name === "") return;
    asOneStep("task.bulk", () => {
      if (!screen.mutate("context.create", { contextId, name }).refused) set(contextId, true);
    });
  };
  const at = <span className="text-ink-3">@</span>;
  return (
    <ListAction
      panel="contexts"
      icon={<AtSign size={15} />}
      label={actions.contexts}
      placeholder={find.contexts}
      options={Object.values<Context>(contexts).map(({ id, name }) => ({ id, name, icon: at }))}
      all={all}
      some={some}
      onToggle={(id) => set(id, !all.includes(id))}
      onCreate={create}
    />
  );
}
