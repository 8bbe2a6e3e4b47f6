import type { ColumnId } from "@kanban/domain/ids";
import { classNames } from "../../../components/ui/class-names.ts";
import { useScreenPart } from "../state/screen.tsx";

/** A line beside a column: a dragged column would land there. */
export function DropEdge({ columnId }: { columnId: ColumnId }) {
  const edge = useScreenPart(({ columnDrag }) =>
    columnDrag?.over?.columnId === columnId && columnDrag.columnId !== columnId ? columnDrag.over.edge : null,
  );
  if (!edge) return null;
  return (
    <span
      aria-hidden
      className={classNames(
        "absolute inset-y-0 w-0.5 rounded-full bg-accent",
        edge === "left" ? "-left-[7px]" : "-right-[7px]",
      )}
    />
  );
}
