type Rows<Id extends string, Row> = Readonly<Record<Id, Row>>;

/** Told of every row of a draft that is written: as it was and as it is. */
type DraftListener = (before: object | undefined, after: object | undefined) => void;
/** Rows nobody else holds yet, which are therefore written in place; see draft-view.ts. */
const drafts = new WeakMap<object, DraftListener>();

/** Until {@link closeRowsDraft}, `put`, `patch` and `without` write these rows in place. */
export function openRowsDraft(rows: object, listener: DraftListener): void {
  drafts.set(rows, listener);
}

export function closeRowsDraft(rows: object): void {
  drafts.delete(rows);
}

/** The rows with one added or replaced. */
export function put<Id extends string, Row>(rows: Rows<Id, Row>, id: Id, row: Row): Rows<Id, Row> {
  return write(rows, id, row);
}

function write<Id extends string, Row>(rows: Rows<Id, Row>, id: Id, row: Row): Rows<Id, Row> {
  const listener = drafts.get(rows);
  if (!listener) return { ...rows, [id]: row };
  const draft: Record<Id, Row> = rows;
  listener(draft[id] as object | undefined, row as object);
  draft[id] = row;
  return rows;
}

/** The rows without one; the same object when it was not there. */
export function without<Id extends string, Row>(rows: Rows<Id, Row>, id: Id): Rows<Id, Row> {
  if (!(id in rows)) return rows;
  const listener = drafts.get(rows);
  listener?.(rows[id] as object, undefined);
  const rest: Record<Id, Row> = listener ? rows : { ...rows };
  delete rest[id];
  return rest;
}

/** The rows with fields of one changed; the same object when it is not there. Fields that are `undefined` stay. */
export function patch<Id extends string, Row extends object>(
  rows: Rows<Id, Row>,
  id: Id,
  fields: { [Key in keyof Row]?: Row[Key] | undefined },
): Rows<Id, Row> {
  const row = rows[id];
  return row ? write(rows, id, { ...row, ...defined(fields) }) : rows;
}

/** Drops the keys whose value is `undefined`: zod's `.partial()` allows them, a patch must not write them. */
export function defined<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}
