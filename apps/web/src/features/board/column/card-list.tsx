import type { RefObject } from "react";
import type { ColumnKind } from "@kanban/domain/column-kind";
import type { TaskId } from "@kanban/domain/ids";
import { TaskCard } from "../card/task-card.tsx";
import type { CardRow } from "./card-rows.ts";
import { DropGap } from "./drop-gap.tsx";

export type CardListProps = {
  rows: readonly CardRow[];
  kind: ColumnKind;
  label: string;
  listed: number;
  tabStop: TaskId | null;
  scroller: RefObject<HTMLDivElement | null>;
};

/** The cards of a column, all drawn. */
export function CardList({ rows, kind, label, listed, tabStop }: CardListProps) {
  return (
    <ul aria-label={label} className="flex flex-col gap-(--card-gap)">
      {rows.map((row) =>
        row.kind === "gap" ? (
          <DropGap key="gap" height={row.height} />
        ) : (
          <li key={row.taskId} aria-posinset={row.place} aria-setsize={listed} hidden={row.isHidden}>
            <TaskCard taskId={row.taskId} kind={kind} isTabStop={row.taskId === tabStop} />
          </li>
        ),
      )}
    </ul>
  );
}
