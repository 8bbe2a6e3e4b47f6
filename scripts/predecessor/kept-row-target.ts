import type { Value } from "./copy-rows.ts";
import type { KeptRow } from "./keeper.ts";

/** The table of what has no place of its own. */
export const keptRows = {
  table: "predecessor_row",
  columns: ["table", "id", "board_id", "kind", "row", "reason"],
  *from(rows: Iterable<KeptRow>): Generator<Value[]> {
    for (const { table, id, boardId, kind, row, reason } of rows) yield [table, id, boardId, kind, row, reason];
  },
};
