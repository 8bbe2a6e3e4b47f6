"use client";

import { type MouseEvent, useMemo, useRef } from "react";
import type { Column as ColumnRow, TaskCard as TaskRow } from "@kanban/domain/entities";
import { GivenEngine } from "../../sync/engine-context.tsx";
import { TaskCard } from "../board/card/task-card.tsx";
import { CollapsedColumn } from "../board/column/collapsed-column.tsx";
import { Column } from "../board/column/column.tsx";
import { ColumnHeader } from "../board/column/column-header.tsx";
import { DropGap } from "../board/column/drop-gap.tsx";
import { Composer } from "../board/quick-add/composer.tsx";
import { ScreenProvider } from "../board/state/screen.tsx";
import { BothThemes, type Side } from "./both-themes.tsx";
import { designStrings as strings } from "./design.strings.ts";
import { sampleBoard } from "./sample-board.ts";
import { Section } from "./section.tsx";
import { Specimen, SpecimenRow } from "./specimen.tsx";
import { stillEngine } from "./still-engine.ts";

const { board: words, state } = strings;
const nothing = () => {};

/** The board's own parts, over a board that stands still. */
export function BoardSection() {
  return (
    <Section title={strings.sections.board}>
      <BothThemes>{(side) => <BoardParts side={side} />}</BothThemes>
    </Section>
  );
}

function BoardParts({ side }: { side: Side }) {
  const { boardId, view, tasks, columns } = useMemo(() => sampleBoard(side, Date.now()), [side]);
  const engine = useMemo(() => stillEngine(view), [view]);
  const card = (task: TaskRow, kind: ColumnRow["kind"] = "next") => (
    <TaskCard taskId={task.id} kind={kind} isTabStop={false} />
  );
  const column = (id: ColumnRow["id"]) => view.columns[id] as ColumnRow;
  return (
    <GivenEngine engine={engine}>
      <ScreenProvider boardId={boardId}>
        {/* A card's link leads to a board that is not there. */}
        <div className="grid gap-6" onClickCapture={(event) => isOnCard(event.target) && stop(event)}>
          <SpecimenRow wide>
            <Specimen label={words.plain}>{card(tasks.plain)}</Specimen>
            <Specimen label={words.done}>{card(tasks.done, "done")}</Specimen>
            <Specimen label={words.rich}>{card(tasks.rich)}</Specimen>
            <Specimen label={words.late}>{card(tasks.late, "doing")}</Specimen>
            <Specimen label={`${words.waiting}, ${state.hover}`} shown="hover">
              {card(tasks.waiting, "waiting")}
            </Specimen>
            <Specimen label={words.gap}>
              <ul>
                <DropGap height={62} />
              </ul>
            </Specimen>
          </SpecimenRow>
          <SpecimenRow wide>
            <Specimen label={words.header}>
              <ColumnHeader column={column(columns.next)} shown={2} total={2} />
            </Specimen>
            <Specimen label={words.full}>
              <ColumnHeader column={column(columns.doing)} shown={2} total={2} />
            </Specimen>
            <Specimen label={words.composer}>
              {/* It takes the focus, and with it the page's place, where it can. */}
              <div inert>
                <Composer column={column(columns.next)} edge="bottom" onAdded={nothing} />
              </div>
            </Specimen>
          </SpecimenRow>
          <SpecimenRow>
            <Specimen label={words.emptyColumn}>
              <div className="flex h-44">
                <Column columnId={columns.empty} isInFirstPicture />
              </div>
            </Specimen>
            <Specimen label={words.collapsed}>
              <CollapsedSample column={column(columns.done)} />
            </Specimen>
          </SpecimenRow>
        </div>
      </ScreenProvider>
    </GivenEngine>
  );
}

function CollapsedSample({ column }: { column: ColumnRow }) {
  const section = useRef<HTMLElement>(null);
  return (
    <section ref={section} aria-label={column.name} className="flex h-44 w-11 flex-col rounded-l bg-sunken">
      <CollapsedColumn column={column} total={1} section={section} />
    </section>
  );
}

function isOnCard(target: EventTarget): boolean {
  return target instanceof Element && target.closest("[data-task-id]") !== null;
}

function stop(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
