"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "../../../components/ui/skeleton.tsx";
import { ColumnSwitcher } from "../column/column-switcher.tsx";
import { Columns } from "../column/columns.tsx";
import { CardInstructions } from "../focus/card-instructions.tsx";
import { useScreenPart } from "../state/screen.tsx";
import { layoutStrings } from "./layout.strings.ts";

// Its own piece of script: the board must not wait for a view that is not looked at.
const ListView = dynamic(() => import("../list/list-view.tsx").then((module) => module.ListView), {
  ssr: false,
  loading: LoadingLayout,
});

const CalendarView = dynamic(() => import("../calendar/calendar-view.tsx").then((module) => module.CalendarView), {
  ssr: false,
  loading: LoadingLayout,
});

/** The tasks of the board in the chosen layout. */
export function BoardLayout() {
  const layout = useScreenPart((state) => state.layout);
  if (layout === "list") return <ListView />;
  if (layout === "calendar") return <CalendarView />;
  return (
    <>
      <ColumnSwitcher />
      <Columns />
      <CardInstructions />
    </>
  );
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
