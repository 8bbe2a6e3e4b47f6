"use client";

import { type CSSProperties, memo, type MouseEvent, useRef } from "react";
import type { TaskCard } from "@kanban/domain/entities";
import type { TaskId } from "@kanban/domain/ids";
import { classNames } from "../../../components/ui/class-names.ts";
import { openTask } from "../card/open-task.ts";
import { useCardFocus } from "../focus/use-card-focus.ts";
import { SelectedMark } from "../select/selected-mark.tsx";
import { useCanEdit, useScreen, useScreenPart } from "../state/screen.tsx";
import { ListCell } from "./list-cell.tsx";
import type { ListField } from "./list-fields.ts";
import { isQuietValue } from "./is-quiet-value.ts";

const selectedClass =
  "bg-accent-soft! inset-ring-1 inset-ring-accent forced-colors:-outline-offset-2 forced-colors:outline-2 forced-colors:outline-[Highlight]";

/** One task of the list. The row takes the focus, and with it the keys of a card. */
export const ListRow = memo(
  function ListRow({
    task,
    index,
    fields,
    isNarrow,
    isTabStop,
    onFocus,
    style,
  }: {
    task: TaskCard;
    index: number;
    fields: readonly ListField[];
    isNarrow: boolean;
    isTabStop: boolean;
    onFocus: (taskId: TaskId) => void;
    style: CSSProperties;
  }) {
    const screen = useScreen();
    const ref = useRef<HTMLDivElement>(null);
    const canEdit = useCanEdit();
    const isSelected = useScreenPart((state) => state.selection.ids.has(task.id));
    useCardFocus(ref, task.id);
    const handleClick = (event: MouseEvent) => {
      const isInside = event.currentTarget.contains(event.target as Node);
      if (!isInside || (event.target as Element).closest("a, button, select, input, label")) return;
      openTask(screen, task.id);
    };
    // Two lines have room for what there is, not for empty fields.
    const shown = isNarrow ? fields.filter((field) => !isQuietValue(task, field)) : fields;
    return (
      <div
        ref={ref}
        role="row"
        aria-rowindex={index + 2}
        aria-labelledby={`title-${task.id}`}
        aria-selected={canEdit ? isSelected : undefined}
        data-task-id={task.id}
        tabIndex={isTabStop ? 0 : -1}
        onFocus={() => onFocus(task.id)}
        onClick={handleClick}
        style={style}
        className={classNames(
          "absolute inset-x-0 top-0 border-b border-line text-sm hover:bg-sunken focus-visible:-outline-offset-2",
          isNarrow ? "flex flex-wrap content-center items-center gap-x-2 overflow-hidden px-3" : "grid items-center",
          isSelected && selectedClass,
        )}
      >
        {isSelected && <SelectedMark className="top-1/2 left-0 size-3 -translate-y-1/2 rounded-r-full" />}
        {shown.map((field) => (
          <div
            key={field}
            role="gridcell"
            aria-colindex={fields.indexOf(field) + 1}
            className={classNames(
              "min-w-0",
              isNarrow ? (field === "title" ? "w-full" : "text-xs text-ink-2") : "flex items-center px-3",
            )}
          >
            <ListCell task={task} field={field} isNarrow={isNarrow} />
          </div>
        ))}
      </div>
    );
  },
  (before, after) =>
    before.task === after.task &&
    before.index === after.index &&
    before.fields === after.fields &&
    before.isNarrow === after.isNarrow &&
    before.isTabStop === after.isTabStop,
);
