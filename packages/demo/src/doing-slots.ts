const minute = 60_000;

export type DoingSlots = {
  /** Takes the place that is free first, from `readyAt` on, for `lengthMs`; `null` when none is free before `untilMs`. */
  take(readyAt: number, lengthMs: number, untilMs: number): { startAt: number; endAt: number } | null;
};

/**
 * The places of a column with a WIP limit: one entry per place, with the moment from which a hand-made story holds it.
 * Whoever asks in the order of readiness never finds the column over its limit.
 */
export function doingSlots(heldFrom: readonly number[]): DoingSlots {
  const places = heldFrom.map((held) => ({ freeAt: Number.NEGATIVE_INFINITY, held }));
  return {
    take: (readyAt, lengthMs, untilMs) => {
      const startIn = (place: { freeAt: number }) => Math.max(readyAt, place.freeAt + minute);
      const fitting = places.filter((place) => startIn(place) + lengthMs < Math.min(place.held, untilMs));
      const best = fitting.sort((a, b) => startIn(a) - startIn(b))[0];
      if (!best) return null;
      const startAt = startIn(best);
      best.freeAt = startAt + lengthMs;
      return { startAt, endAt: best.freeAt };
    },
  };
}
