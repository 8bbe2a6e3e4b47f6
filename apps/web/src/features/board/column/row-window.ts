/** Rows `from` up to, but without, `to`. */
export type RowRange = { from: number; to: number };
/** What a windowed list draws: rows, and room for those it leaves out. */
export type Segment = { kind: "row"; index: number } | { kind: "room"; index: number; height: number };

export type HeightOf = (index: number) => number;

/** The rows that touch the stretch from `top` to `bottom`, in pixels from the top of the list. */
export function rowsBetween(heightOf: HeightOf, count: number, top: number, bottom: number): RowRange {
  let from = 0;
  let start = 0;
  while (from < count && start + heightOf(from) <= top) start += heightOf(from++);
  let to = from;
  while (to < count && start < bottom) start += heightOf(to++);
  return { from, to };
}

/** True when `outer` draws everything `inner` would. */
export function covers(outer: RowRange, inner: RowRange): boolean {
  return inner.from === inner.to || (outer.from <= inner.from && outer.to >= inner.to);
}

/** The rows of a range and the `kept` ones elsewhere, in order, with room in place of the others. */
export function segmentsOf(heightOf: HeightOf, count: number, range: RowRange, kept: readonly number[]): Segment[] {
  const drawn = new Set(kept);
  for (let index = range.from; index < Math.min(range.to, count); index++) drawn.add(index);
  const segments: Segment[] = [];
  let room = 0;
  const closeRoom = (index: number) => {
    if (room > 0) segments.push({ kind: "room", index, height: room });
    room = 0;
  };
  for (let index = 0; index < count; index++) {
    if (drawn.has(index)) {
      closeRoom(index);
      segments.push({ kind: "row", index });
    } else room += heightOf(index);
  }
  closeRoom(count);
  return segments;
}
