/** Whether two values are the same plain data; key order counts. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

export type BeforeAfter<Row> = { before: Partial<Row>; after: Partial<Row> };

/**
 * The fields of `asked` that differ from `row`, as they were and as they will be; `null` when none does. Fields that
 * are `undefined` in `asked` are not asked for. Values are plain data, compared as JSON.
 */
export function changedFields<Row extends object>(
  row: Row,
  asked: { [Key in keyof Row]?: Row[Key] | undefined },
): BeforeAfter<Row> | null {
  const keys = (Object.keys(asked) as (keyof Row)[]).filter(
    (key) => asked[key] !== undefined && !isSame(row[key], asked[key]),
  );
  if (keys.length === 0) return null;
  const pick = (source: { [Key in keyof Row]?: Row[Key] | undefined }) =>
    Object.fromEntries(keys.map((key) => [key, source[key]])) as Partial<Row>;
  return { before: pick(row), after: pick(asked) };
}
