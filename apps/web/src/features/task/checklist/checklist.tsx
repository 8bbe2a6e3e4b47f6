"use client";

import type { ChecklistItem, TaskDetail } from "@kanban/domain/entities";
import type { ChecklistItemId, TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { useRef, useState } from "react";
import { showToast } from "../../../components/ui/toast.tsx";
import { newId } from "../../../sync/new-id.ts";
import { undoMutations } from "../../undo/undo.ts";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { ChecklistAdder } from "./checklist-adder.tsx";
import { ChecklistRow } from "./checklist-row.tsx";
import { useItemDrag } from "./use-item-drag.ts";

/** The checklist: tick, rename in place, add several, move by handle or Alt with arrows, remove with undo. */
export function Checklist({ detail }: { detail: TaskDetail }) {
  const { boardId, task, canEdit, mutate } = useTaskPanel();
  const [said, setSaid] = useState("");
  const [isHidingDone, setHidingDone] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const items = detail.checklist;
  const done = items.filter((item) => item.isDone).length;
  const strings = taskStrings.checklist;

  const add = (added: readonly { text: string; isDone: boolean }[], after?: ChecklistItem): ChecklistItemId | null => {
    const room = limits.checklistItemsPerTask - items.length;
    if (added.length > room) showToast(strings.full(limits.checklistItemsPerTask), { tone: "danger" });
    let afterId = after?.id ?? items.at(-1)?.id ?? null;
    for (const item of added.slice(0, room)) {
      const itemId = newId<ChecklistItemId>();
      if (mutate("checklistItem.create", { taskId: task.id, itemId, ...item, afterId }).refused) break;
      afterId = itemId;
    }
    return afterId;
  };

  const moveTo = (item: ChecklistItem, place: number) => {
    const others = items.filter(({ id }) => id !== item.id);
    const target = Math.max(0, Math.min(place, others.length));
    if (items.indexOf(item) === target) return;
    const { refused } = mutate("checklistItem.move", {
      taskId: task.id,
      itemId: item.id,
      afterId: others[target - 1]?.id ?? null,
      beforeId: others[target]?.id ?? null,
    });
    if (!refused) setSaid(strings.movedTo(item.text, target + 1, items.length));
  };

  const remove = (item: ChecklistItem) => {
    const index = items.indexOf(item);
    const neighbour = items[index + 1] ?? items[index - 1];
    const { mutationId, refused } = mutate("checklistItem.remove", { taskId: task.id, itemId: item.id });
    if (refused) return;
    if (neighbour) list.current?.querySelector<HTMLElement>(`[data-item-id="${neighbour.id}"] textarea`)?.focus();
    const bringBack = () => void undoMutations(mutate, boardId, [mutationId]);
    showToast(strings.removed(item.text), { actions: [{ label: strings.undo, run: bringBack }] });
  };

  const makeTask = (item: ChecklistItem) => {
    const asked = { taskId: task.id, itemId: item.id, newTaskId: newId<TaskId>() };
    const { mutationId, refused } = mutate("checklistItem.toTask", asked);
    if (refused) return;
    list.current?.closest<HTMLElement>("[role=dialog]")?.focus();
    const bringBack = () => void undoMutations(mutate, boardId, [mutationId]);
    showToast(strings.madeTask(item.text), { actions: [{ label: strings.undo, run: bringBack }] });
  };

  const shown = items.filter((item) => !isHidingDone || !item.isDone);
  const moveBy = (item: ChecklistItem, by: 1 | -1) => {
    const neighbour = shown[shown.indexOf(item) + by];
    if (neighbour) moveTo(item, items.indexOf(neighbour));
  };

  const drag = useItemDrag(
    items,
    items.findLastIndex((item) => shown.includes(item)),
    moveTo,
  );
  if (!canEdit && items.length === 0) return null;

  return (
    <section aria-labelledby="task-checklist" className="grid gap-1">
      <h3 className="flex items-center gap-2 text-sm font-bold">
        <span id="task-checklist">
          {strings.label}
          {items.length > 0 && <span className="sr-only"> {strings.progress(done, items.length)}</span>}
        </span>
        {items.length > 0 && (
          <>
            <span aria-hidden className="h-1 flex-1 overflow-hidden rounded-full bg-line forced-colors:border">
              <span
                className="block h-full rounded-full bg-ok transition-[width] duration-(--medium)"
                style={{ width: `${(100 * done) / items.length}%` }}
              />
            </span>
            <span aria-hidden className="font-mono text-2xs font-medium text-ink-3">
              {done}/{items.length}
            </span>
            {done > 0 && (
              <button
                type="button"
                aria-pressed={isHidingDone}
                onClick={() => setHidingDone(!isHidingDone)}
                className="rounded-s px-1 text-xs font-medium text-ink-3 hover:text-ink touch:min-h-11"
              >
                {isHidingDone ? strings.showDone(done) : strings.hideDone}
              </button>
            )}
          </>
        )}
      </h3>
      <ul ref={list} className="grid">
        {shown.map((item) => (
          <ChecklistRow
            key={item.id}
            item={item}
            isDragged={drag.draggedId === item.id}
            dropEdge={drag.edgeOf(items.indexOf(item))}
            handleProps={drag.handleProps(item)}
            onTick={(isDone) => mutate("checklistItem.update", { taskId: task.id, itemId: item.id, isDone })}
            onRename={(text) => mutate("checklistItem.update", { taskId: task.id, itemId: item.id, text })}
            onMove={(by) => moveBy(item, by)}
            onRemove={() => remove(item)}
            onPasteLines={(pasted) => add(pasted, item)}
            onMakeTask={() => makeTask(item)}
          />
        ))}
      </ul>
      {canEdit && <ChecklistAdder onAdd={(added) => add(added)} />}
      <p aria-live="assertive" className="sr-only">
        {said}
      </p>
    </section>
  );
}
