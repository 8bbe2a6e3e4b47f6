import type { ColumnKind } from "@kanban/domain/column-kind";
import type { Random } from "./random.ts";
import type { DoingSlots } from "./doing-slots.ts";
import { chores, finishedStories, type OpenStory, openStories } from "./story.ts";
import { parseWords, type StoryWords } from "./parse-words.ts";

export const day = 86_400_000;
const hour = 3_600_000;
const minute = 60_000;

/** One task's life: when it was captured, clarified, and entered each column. Times are Unix milliseconds. */
export type Episode = {
  words: StoryWords;
  capturedAt: number;
  /** When its marks were set; `null` for what still lies in the inbox. */
  clarifiedAt: number | null;
  steps: { kind: ColumnKind; at: number }[];
  archivedAt: number | null;
  open: OpenStory | null;
};

/** A waking moment of the day that lies `daysAgo` before `now`, never later than `now`. */
function momentOf(now: number, daysAgo: number, random: Random): number {
  const midnight = now - (now % day) - daysAgo * day;
  return Math.min(midnight + random.between(7 * 60, 20 * 60) * minute, now - random.between(20, 50) * minute);
}

/** Working time of a task: mostly hours, sometimes days, with the long tail real work has. */
function cycleTime(estimateMinutes: number, random: Random): number {
  const spread = Math.exp(1.1 * (random.next() + random.next() + random.next() - 1.5));
  return Math.max(20 * minute, estimateMinutes * minute * 24 * spread);
}

function finishedEpisode(
  words: StoryWords,
  capturedAt: number,
  slots: DoingSlots,
  now: number,
  random: Random,
): Episode | null {
  const estimate = words.estimateMinutes ?? 30;
  const clarifiedAt = capturedAt + random.between(1, 40) * hour;
  if (clarifiedAt > now - 2 * hour) return null;
  const archiveAfter = (finishedAt: number) => (finishedAt + 7 * day < now ? finishedAt + 7 * day : null);
  const base = { words, capturedAt, clarifiedAt, open: null };
  // The two-minute rule: done while clarifying.
  if (estimate <= 5) {
    const at = clarifiedAt + 3 * minute;
    return { ...base, steps: [{ kind: "done", at }], archivedAt: archiveAfter(at) };
  }
  const ready = clarifiedAt + random.between(1, 70) * hour;
  const first = slots.take(ready, cycleTime(estimate, random), now - hour);
  if (!first) return null;
  const begun: Episode["steps"] = [
    { kind: "next", at: clarifiedAt + minute },
    { kind: "doing", at: first.startAt },
  ];
  if (random.next() > 0.18) {
    const steps = [...begun, { kind: "done" as const, at: first.endAt }];
    return { ...base, steps, archivedAt: archiveAfter(first.endAt) };
  }
  // Someone else's turn in between; the place in Doing is free meanwhile.
  const second = slots.take(first.endAt + random.between(1, 6) * day, cycleTime(estimate / 3, random), now - hour);
  if (!second) return null;
  const steps = [
    ...begun,
    { kind: "waiting" as const, at: first.endAt },
    { kind: "doing" as const, at: second.startAt },
    { kind: "done" as const, at: second.endAt },
  ];
  return { ...base, steps, archivedAt: archiveAfter(second.endAt) };
}

/** The hand-made tasks that are on the board today. */
export function openEpisodes(now: number, random: Random): Episode[] {
  return openStories.map((open) => {
    const capturedAt = momentOf(now, open.capturedDaysAgo, random);
    const steps = open.path.map(({ kind, daysAgo }) => ({ kind, at: momentOf(now, daysAgo, random) }));
    // On one day the hours come out in any order: each step is at least a little later than the one before.
    let last = capturedAt;
    for (const step of steps) last = step.at = Math.max(step.at, last + 10 * minute);
    const first = steps[0];
    const clarifiedAt = first ? first.at - 2 * minute : null;
    return { words: parseWords(open.words), capturedAt, clarifiedAt, steps, archivedAt: null, open };
  });
}

/** `days` of finished work before `now`: every story once, chores as often as they come. */
export function finishedEpisodes(now: number, days: number, slots: DoingSlots, random: Random): Episode[] {
  const captures = [
    ...finishedStories.map((words) => ({ words, at: momentOf(now, random.between(2, days), random) })),
    ...chores.flatMap(({ words, every }) =>
      Array.from({ length: Math.floor(days / every) }, (_, index) => ({
        words,
        at: momentOf(now, days - index * every - random.between(0, 1), random),
      })),
    ),
  ];
  return captures
    .sort((a, b) => a.at - b.at)
    .map(({ words, at }) => finishedEpisode(parseWords(words), at, slots, now, random))
    .filter((episode) => episode !== null);
}
