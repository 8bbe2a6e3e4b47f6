"use client";

import type { TaskCard } from "@kanban/domain/entities";
import type { ChecklistItemId } from "@kanban/domain/ids";
import { useRef, useState } from "react";
import { Dialog } from "../../components/ui/dialog.tsx";
import { fieldClass } from "../../components/ui/text-field.tsx";
import { showToast } from "../../components/ui/toast.tsx";
import { newId } from "../../sync/new-id.ts";
import { undoMutations } from "../undo/undo.ts";
import { filterOptions } from "./fields/filter-options.ts";
import { linkStrings } from "./links/link-strings.ts";
import { useTaskPanel } from "./task-panel-context.tsx";
import { taskStrings } from "./task.strings.ts";

const strings = taskStrings.panel;
const shown = 8;

/** Chooses the task whose checklist this one joins. */
export function MakeItemDialog({ onClose }: { onClose: () => void }) {
  const { boardId, view, task, mutate, close } = useTaskPanel();
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const others = Object.values<TaskCard>(view.tasks).filter(({ id }) => id !== task.id);
  const options = others.map((other) => ({ ...other, name: `${view.board.key}-${other.number} ${other.title}` }));
  const found = filterOptions(options, query).found.slice(0, shown);

  const take = (otherTaskId: TaskCard["id"]) => {
    const asked = { taskId: task.id, otherTaskId, itemId: newId<ChecklistItemId>() };
    const { mutationId, refused } = mutate("task.toChecklistItem", asked);
    onClose();
    if (refused) return;
    close();
    const bringBack = () => void undoMutations(mutate, boardId, [mutationId]);
    const actions = [{ label: strings.undo, run: bringBack }];
    showToast(strings.madeItem(view.tasks[otherTaskId]?.title ?? ""), { actions });
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={strings.makeItemTitle}
      description={strings.makeItemText}
      initialFocus={field}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (found[0]) take(found[0].id);
        }}
        className="grid gap-2"
      >
        <input
          ref={field}
          aria-label={linkStrings.find}
          placeholder={linkStrings.find}
          value={query}
          autoComplete="off"
          onChange={(event) => setQuery(event.currentTarget.value)}
          className={fieldClass}
        />
        <ul className="grid">
          {found.map((other) => (
            <li key={other.id}>
              <button
                type="button"
                onClick={() => take(other.id)}
                className="flex min-h-8 w-full items-center rounded-m px-2 text-left text-sm hover:bg-[color-mix(in_oklab,var(--ink)_7%,transparent)] touch:min-h-11"
              >
                <span className="min-w-0 truncate">{other.name}</span>
              </button>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p className="px-2 text-sm text-ink-3">{taskStrings.fields.nothingFound}</p>}
      </form>
    </Dialog>
  );
}
