"use client";

import type { Grouping } from "@kanban/domain/view-values";
import { Skeleton } from "../../../components/ui/skeleton.tsx";
import { lazyModule } from "../../../lazy/lazy-module.ts";
import { useLazyModule } from "../../../lazy/use-lazy-module.ts";
import { ColumnSwitcher } from "../column/column-switcher.tsx";
import { Columns } from "../column/columns.tsx";
import { CardInstructions } from "../focus/card-instructions.tsx";
import { useScreenPart } from "../state/screen.tsx";
import { layoutStrings } from "./layout.strings.ts";

const list = lazyModule(() => import("../list/list-view.tsx"));
const lanes = lazyModule(() => import("../lanes/lane-board.tsx"));
const calendar = lazyModule(() => import("../calendar/calendar-view.tsx"));

/** The tasks of the board in the chosen layout. */
export function BoardLayout() {
  const layout = useScreenPart((state) => state.layout);
  const grouping = useScreenPart((state) => state.grouping);
  if (layout === "list") return <ListLayout />;
  if (layout === "calendar") return <CalendarLayout />;
  if (grouping) return <LaneLayout grouping={grouping} />;
  return (
    <>
      <ColumnSwitcher />
      <Columns />
      <CardInstructions />
    </>
  );
}

function LaneLayout({ grouping }: { grouping: Grouping }) {
  const loaded = useLazyModule(lanes);
  if (!loaded) return <LoadingLayout />;
  return (
    <>
      <ColumnSwitcher />
      <loaded.LaneBoard key={grouping} grouping={grouping} />
      <CardInstructions />
    </>
  );
}

function ListLayout() {
  const loaded = useLazyModule(list);
  return loaded ? <loaded.ListView /> : <LoadingLayout />;
}

function CalendarLayout() {
  const loaded = useLazyModule(calendar);
  return loaded ? <loaded.CalendarView /> : <LoadingLayout />;
}

function LoadingLayout() {
  return (
    <div role="status" aria-label={layoutStrings.loading} className="mx-5 grid gap-1 max-sm:mx-3">
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} className="h-9" />
      ))}
    </div>
  );
}
