/** How long finished tasks of one board took, from their start to their end. */
export type Pace = {
  /** Tasks it is drawn from: the sample is always named. */
  finished: number;
  /** Milliseconds below which 5 %, 10 %, … 95 % of them stayed; rising. Empty under {@link smallestSample}. */
  quantiles: readonly number[];
};

/** Fewer finished tasks say nothing about the next one. */
export const smallestSample = 10;

/** The shares the quantiles stand for. */
export const paceShares: readonly number[] = Array.from({ length: 19 }, (_, n) => (n + 1) / 20);

export type AgeStep = 1 | 2 | 3 | 4;

/** Shares of finished tasks a task must be older than for step 2, 3 and 4: half, and what is called unusual from there. */
const stepShares = [50, 70, 85] as const;
/** Days for the same without enough finished tasks. */
const stepDays = [3, 7, 14] as const;

const dayMs = 86_400_000;

/** Percent of finished tasks that took less than `ageMs`, in steps of five; `null` without enough of them. */
export function olderThanPercent(ageMs: number, pace: Pace | null): number | null {
  if (!pace || pace.finished < smallestSample || pace.quantiles.length === 0) return null;
  return pace.quantiles.filter((quantile) => quantile < ageMs).length * 5;
}

/** The step of the age's tint: against the board's own finished tasks, or by days while these are too few. */
export function ageStep(ageMs: number, pace: Pace | null): AgeStep {
  const percent = olderThanPercent(ageMs, pace);
  const passed =
    percent === null
      ? stepDays.filter((days) => ageMs >= days * dayMs).length
      : // Nobody needs to hurry on the first day, however quick the others were.
        ageMs < dayMs
        ? 0
        : stepShares.filter((share) => percent >= share).length;
  return (1 + passed) as AgeStep;
}
