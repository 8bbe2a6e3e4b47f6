type Rows<Id extends string, Row> = Readonly<Record<Id, Row>>;

/** The rows with one added or replaced. */
export function put<Id extends string, Row>(rows: Rows<Id, Row>, id: Id, row: Row): Rows<Id, Row> {
  return { ...rows, [id]: row };
}

/** The rows without one; the same object when it was not there. */
export function without<Id extends string, Row>(rows: Rows<Id, Row>, id: Id): Rows<Id, Row> {
  if (!(id in rows)) return rows;
  const rest: Record<Id, Row> = { ...rows };
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
  return row ? { ...rows, [id]: { ...row, ...defined(fields) } } : rows;
}

/** Drops the keys whose value is `undefined`: zod's `.partial()` allows them, a patch must not write them. */
export function defined<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}
