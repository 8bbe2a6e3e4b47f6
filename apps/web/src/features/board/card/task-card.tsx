"use client";

import { memo, type MouseEvent, useCallback, useRef } from "react";
import type { ColumnKind } from "@kanban/domain/column-kind";
import type { TaskId } from "@kanban/domain/ids";
import { classNames } from "../../../components/ui/class-names.ts";
import { strings } from "../board.strings.ts";
import { useDrag } from "../drag/use-drag.ts";
import { useCardFocus } from "../focus/use-card-focus.ts";
import { selectByClick } from "../select/select-by-click.ts";
import { SelectedMark } from "../select/selected-mark.tsx";
import { useBoardPart, useCanEdit, useScreen, useScreenPart } from "../state/screen.tsx";
import { CardPeople } from "../../people/card-people.tsx";
import { CardAge } from "./card-age.tsx";
import { CardCover } from "./card-cover.tsx";
import { CardMenuButton } from "./card-menu-button.tsx";
import { CardMeta } from "./card-meta.tsx";
import { CardTitle } from "./card-title.tsx";
import { openCardMenu } from "./open-card-menu.ts";
import { openTask } from "./open-task.ts";

const cardClass =
  "group/card relative grid grid-cols-[minmax(0,1fr)] gap-(--card-inner) rounded-m border border-[color-mix(in_oklab,var(--line)_60%,transparent)] bg-surface py-(--card-y) pr-2.5 pl-3 shadow-1 " +
  "hover:border-line-strong data-[in-hand]:border-accent data-[in-hand]:outline-1 data-[in-hand]:outline-accent select-none touch:min-h-11 [-webkit-touch-callout:none] forced-colors:border-[CanvasText]";

const selectedClass =
  "border-accent! bg-accent-soft! ring-1 ring-accent forced-colors:outline-2 forced-colors:outline-[Highlight]";

/** One task on the board. Drawn again only when this task, its labels or its place in the hand change. */
export const TaskCard = memo(function TaskCard({
  taskId,
  kind,
  isTabStop,
}: {
  taskId: TaskId;
  kind: ColumnKind;
  isTabStop: boolean;
}) {
  const screen = useScreen();
  const ref = useRef<HTMLElement>(null);
  const task = useBoardPart((view) => view.tasks[taskId]);
  const canEdit = useCanEdit();
  const isLifted = useScreenPart((state) => state.lift?.taskId === taskId);
  const isDragged = useScreenPart((state) => state.cardDrag?.taskIds.includes(taskId) ?? false);
  const isSelected = useScreenPart((state) => state.selection.ids.has(taskId));
  const drag = useCallback<NonNullable<Parameters<typeof useDrag>[1]>>(
    (kit, board, element) => kit.makeCardDraggable(board, element, taskId),
    [taskId],
  );
  useDrag(ref, canEdit ? drag : null);
  useCardFocus(ref, taskId);
  if (!task) return null;
  const handleClickFirst = (event: MouseEvent) => {
    const isOnButton = (event.target as Element).closest("button") !== null;
    if (!canEdit || isOnButton || !selectByClick(screen, taskId, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const handleClick = (event: MouseEvent) => {
    // A menu of the card is its child for React, not in the document.
    const isInside = event.currentTarget.contains(event.target as Node);
    if (event.defaultPrevented || !isInside || (event.target as Element).closest("a, button")) return;
    openTask(screen, taskId);
  };
  return (
    <article
      ref={ref}
      data-task-id={taskId}
      data-lifted={isLifted || undefined}
      tabIndex={isTabStop ? 0 : -1}
      aria-labelledby={`title-${taskId}`}
      aria-roledescription={strings.card.role}
      aria-describedby={isSelected ? "card-is-selected" : undefined}
      data-selected={isSelected || undefined}
      onClickCapture={handleClickFirst}
      onClick={handleClick}
      onContextMenu={canEdit ? (event) => openCardMenu(screen, taskId, event) : undefined}
      className={classNames(
        cardClass,
        isLifted && "z-10 border-accent shadow-3 motion-safe:rotate-[1.2deg]",
        isDragged && "opacity-40",
        isSelected && selectedClass,
        "data-[file-over]:outline-2 data-[file-over]:outline-accent",
      )}
    >
      {task.cover && <CardCover taskId={taskId} cover={task.cover} />}
      <CardAge task={task} />
      <CardTitle task={task} isDone={kind === "done"} />
      <CardMeta task={task} isDone={kind === "done"} />
      <CardPeople taskId={taskId} />
      {canEdit && <CardMenuButton taskId={taskId} title={task.title} />}
      {isSelected && <SelectedMark />}
    </article>
  );
});
