import { limits } from "@kanban/domain/limits";
import { taskIdSchema } from "@kanban/domain/ids";
import { type Doc, labelKinds } from "../learning/board-memory.ts";
import { type Alike, findAlike } from "../learning/find-alike.ts";
import { rankLabels } from "../learning/rank-labels.ts";
import { type Token, tokensOf } from "../learning/tokenise.ts";
import { type Learnt, learntAgent, rounded } from "./learnt-agent.ts";

/** Of the tasks most alike so many count, and with fewer nothing is said. */
const mostCounted = 5;
const leastCounted = 3;
const leastLikeness = 0.12;
/** Times that lie too far apart to say anything. */
const leastConfidence = 0.45;
/** A call is rather as long as another call, whatever both are about: what a shared label adds to the likeness. */
const perLabel = 0.15;
/** So sure it must be that the task wants a label before its time is told by it. */
const leastLabel = 0.65;

/**
 * Proposes how long finished tasks like this one took: the median, between the quartiles. A task's time is what a person
 * estimated for it, or else what passed from its start to its end, where that is between two minutes and a working day:
 * beyond that it lay about rather than being worked on.
 */
export const estimateAgent = learntAgent({
  name: "estimate",
  kinds: ["estimate"],
  looksAgainOn: ["estimateMinutes"],
  findHints: (input, learnt) => {
    const { taskId, chosen, memory } = learnt;
    if (chosen.estimateMinutes !== null) return [];
    const tokens = tokensOf(input.title, input.notes);
    const labels = labelsFor(tokens, learnt);
    const rankOf = ({ doc, likeness }: Alike) => likeness + perLabel * sharedLabels(doc, labels);
    const alike = findAlike(memory, tokens, {
      passes: (doc) => doc.isFinished && doc.minutes !== null && doc.taskId !== taskId,
    })
      .filter(({ likeness }) => likeness >= leastLikeness)
      .sort((a, b) => rankOf(b) - rankOf(a))
      .slice(0, mostCounted);
    if (alike.length < leastCounted) return [];
    const minutes = alike.map(({ doc }) => doc.minutes ?? 0).sort((a, b) => a - b);
    const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantileOf(minutes, share)) as [
      number,
      number,
      number,
    ];
    // Many that agree are believed, few or scattered ones less.
    const agreement = median / (median + (high - low));
    const confidence = rounded(0.9 * agreement * (alike.length / (alike.length + 1)));
    if (confidence < leastConfidence) return [];
    const words = [...new Set(alike.flatMap((one) => one.words))].slice(0, limits.hintWords);
    const taskIds = alike.slice(0, limits.hintTasks).map(({ doc }) => taskIdSchema.parse(doc.taskId));
    return [
      {
        value: { kind: "estimate", minutes: median, low, high, basedOn: alike.length },
        evidence: { from: "tasks", taskIds, words },
        confidence,
      },
    ];
  },
});

/** The labels of the task, and those it most probably wants. */
function labelsFor(tokens: readonly Token[], { taskId, chosen, memory }: Learnt): Set<string> {
  const own = [...chosen.tagIds, ...chosen.contextIds, ...(chosen.projectId === null ? [] : [chosen.projectId])];
  const likely = labelKinds.flatMap((kind) =>
    rankLabels(memory, kind, tokens, taskId)
      .slice(0, 1)
      .filter(({ confidence }) => confidence >= leastLabel)
      .map(({ labelId }) => labelId),
  );
  return new Set([...own, ...likely]);
}

function sharedLabels({ labels }: Doc, wanted: ReadonlySet<string>): number {
  const own = labelKinds.flatMap((kind) => [...(labels[kind]?.keys() ?? [])]);
  return own.filter((labelId) => wanted.has(labelId)).length;
}

/** Between two neighbours in proportion; to whole minutes, and to five from half an hour. */
function quantileOf(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? 1;
  const above = sorted[Math.ceil(at)] ?? below;
  const value = below + (above - below) * (at - Math.floor(at));
  return Math.max(1, value < 30 ? Math.round(value) : Math.round(value / 5) * 5);
}
