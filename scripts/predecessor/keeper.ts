/** What has no place of its own here: kept as it was, and named in the report. */
export type KeptRow = {
  table: string;
  id: string;
  boardId: string | null;
  /** A whole row that was not taken over, columns of one that was, or a row that was added to hold others. */
  kind: "row" | "columns" | "added";
  row: object;
  reason: string;
};

/** Collects what has no place; of one row there is one entry, with all its columns and reasons. */
export type Keeper = {
  keepRow(table: string, id: string, row: object, reason: string): void;
  keepColumns(table: string, id: string, columns: object, reason: string): void;
  /** Nothing was there to keep: a row of ours that the old ones need. */
  noteAdded(table: string, id: string, reason: string): void;
  list(): KeptRow[];
};

export function createKeeper(boardId: string | null): Keeper {
  const kept = new Map<string, KeptRow>();
  const add = (kind: KeptRow["kind"]) => (table: string, id: string, row: object, reason: string) => {
    const key = `${table} ${id}`;
    const known = kept.get(key);
    if (!known) kept.set(key, { table, id, boardId, kind, row, reason });
    else kept.set(key, { ...known, row: { ...known.row, ...row }, reason: `${known.reason}; ${reason}` });
  };
  return {
    keepRow: add("row"),
    keepColumns: add("columns"),
    noteAdded: (table, id, reason) => add("added")(table, id, {}, reason),
    list: () => [...kept.values()],
  };
}
