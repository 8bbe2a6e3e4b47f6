import type { ColumnKind } from "@kanban/domain/column-kind";
import { strings } from "../board.strings.ts";

/** One sentence that says what an empty column is for. */
export function EmptyColumn({ kind, isFiltered }: { kind: ColumnKind; isFiltered: boolean }) {
  return <p className="px-2 py-3 text-sm text-pretty text-ink-3">{strings.empty[isFiltered ? "filtered" : kind]}</p>;
}
