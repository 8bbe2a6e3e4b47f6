import { classNames } from "../../../components/ui/class-names.ts";
import { strings } from "../board.strings.ts";
import { WipPips } from "./wip-pips.tsx";

/** How many tasks a column holds: `9`, `3/5` with a limit, `4 of 17` under a filter; full and over in words. */
export function ColumnCount({ shown, total, limit }: { shown: number; total: number; limit: number | null }) {
  const isFull = limit !== null && total >= limit;
  const count = limit === null ? String(total) : `${total}/${limit}`;
  return (
    <>
      <span className={classNames("text-xs", isFull ? "font-bold text-warn" : "font-medium text-ink-3")}>
        {shown < total ? strings.column.shownOf(shown, total) : count}
        {isFull && <span className="sr-only">, {total > limit ? strings.column.over : strings.column.full}</span>}
      </span>
      {limit !== null && <WipPips tasks={total} limit={limit} />}
    </>
  );
}
