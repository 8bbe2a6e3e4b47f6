"use client";

import { memo, type MouseEvent, useCallback, useRef } from "react";
import type { ColumnKind } from "@kanban/domain/column-kind";
import type { TaskId } from "@kanban/domain/ids";
import { classNames } from "../../../components/ui/class-names.ts";
import { strings } from "../board.strings.ts";
import { useDrag } from "../drag/use-drag.ts";
import { useCardFocus } from "../focus/use-card-focus.ts";
import { useBoardPart, useCanEdit, useScreen, useScreenPart } from "../state/screen.tsx";
import { CardPeople } from "../../people/card-people.tsx";
import { CardAge } from "./card-age.tsx";
import { CardMenu } from "./card-menu.tsx";
import { CardMeta } from "./card-meta.tsx";
import { CardTitle } from "./card-title.tsx";
import { openTask } from "./open-task.ts";

const cardClass =
  "group/card relative grid gap-(--card-inner) rounded-m border border-[color-mix(in_oklab,var(--line)_60%,transparent)] bg-surface py-(--card-y) pr-2.5 pl-3 shadow-1 " +
  "hover:border-line-strong data-[in-hand]:border-accent data-[in-hand]:outline-1 data-[in-hand]:outline-accent select-none touch:min-h-11 [-webkit-touch-callout:none] forced-colors:border-[CanvasText]";

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
  const isDragged = useScreenPart((state) => state.cardDrag?.taskId === taskId);
  const drag = useCallback<NonNullable<Parameters<typeof useDrag>[1]>>(
    (kit, board, element) => kit.makeCardDraggable(board, element, taskId),
    [taskId],
  );
  useDrag(ref, canEdit ? drag : null);
  useCardFocus(ref, taskId);
  if (!task) return null;
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
      onClick={handleClick}
      className={classNames(
        cardClass,
        isLifted && "z-10 border-accent shadow-3 motion-safe:rotate-[1.2deg]",
        isDragged && "opacity-40",
      )}
    >
      <CardAge task={task} />
      <CardTitle task={task} isDone={kind === "done"} />
      <CardMeta task={task} isDone={kind === "done"} />
      <CardPeople taskId={taskId} />
      <CardMenu taskId={taskId} title={task.title} />
    </article>
  );
});
