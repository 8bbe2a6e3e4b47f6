import { type Token, tokensOf } from "./tokenise.ts";

export const labelKinds = ["tag", "context", "project"] as const;
export type LabelKind = (typeof labelKinds)[number];
export type LabelFacts = { labelId: string; kind: LabelKind; name: string; isOpen: boolean };

/** What is remembered of a task: its text, what was chosen for it, how it ended. */
export type RememberedTask = {
  taskId: string;
  title: string;
  notes: string;
  /** On the board and not finished. */
  isOpen: boolean;
  isFinished: boolean;
  /** Somebody has looked at it: without a label it is one that wants none. */
  isFiled: boolean;
  tagIds: readonly string[];
  contextIds: readonly string[];
  projectId: string | null;
  /** Those of its labels that an applied hint brought. */
  hintedIds: readonly string[];
  /** How long it takes or took. */
  minutes: number | null;
  capturedAt: string;
};

/** All tasks that have one feature. */
export type Posting = {
  stem: string;
  docs: Doc[];
  /** Of a feature many tasks have, their labels as they were counted last; gone with the next change of `docs`. */
  counted: Partial<Record<LabelKind, LabelCounts>> | null;
};
/** How many tasks say something of a kind, and how much each of their labels weighs. */
export type LabelCounts = { tasks: number; weights: ReadonlyMap<string, number> };
export type Doc = Pick<RememberedTask, "taskId" | "title" | "isOpen" | "isFinished" | "minutes" | "capturedAt"> & {
  postings: readonly Posting[];
  /** By kind, with how much each counts; `null` where the task says nothing of the kind. */
  labels: Record<LabelKind, ReadonlyMap<string, number> | null>;
};

/**
 * A label that came by a hint counts half: the memory proposed it, and must not teach itself by being believed. It still
 * counts, for somebody did say yes to it.
 */
const hintedWeight = 0.5;

/**
 * Tasks of one board remembered at a time, the latest changed: as many as a board has open ones at most. With 40 features
 * each, that bounds the vocabulary, too.
 */
const mostTasks = 20_000;

/** Of a title as much as it takes to compare two of them. */
const titleKept = 200;

const none: ReadonlyMap<string, number> = new Map();

export type KnownLabel = LabelFacts & { tokens: readonly Token[] };

/**
 * What the tasks of one board teach: an index from features to tasks, and nothing else. What a label's words are is
 * counted when it is asked for, so that the counts can never stray from the tasks: a task that changes or goes takes
 * with it all it ever said, and the order in which things were told leaves no trace.
 */
export type BoardMemory = {
  size: () => number;
  docOf: (taskId: string) => Doc | undefined;
  postingOf: (stem: string) => Posting | undefined;
  /** Tasks that say something of a kind of label: that have one, or were filed without. */
  teaching: (kind: LabelKind) => number;
  /** How much the tasks with a label count together. */
  weightOf: (labelId: string) => number;
  labelOf: (labelId: string) => KnownLabel | undefined;
  labels: () => Iterable<KnownLabel>;
  /** The labels there are, in the place of those known. */
  setLabels: (labels: readonly LabelFacts[]) => void;
  /** Remembers a task as it is now, in the place of what it was. */
  put: (task: RememberedTask) => void;
  /** Forgets a task and all it said. */
  drop: (taskId: string) => void;
};

/** A memory of nothing yet; `mostTasks` for tests. */
export function createBoardMemory(mostRemembered = mostTasks): BoardMemory {
  const docs = new Map<string, Doc>();
  const postings = new Map<string, Posting>();
  const teaching: Record<LabelKind, number> = { tag: 0, context: 0, project: 0 };
  const weights = new Map<string, number>();
  let labels = new Map<string, KnownLabel>();

  const openPosting = (stem: string): Posting => {
    const known = postings.get(stem);
    if (known) return known;
    const posting: Posting = { stem, docs: [], counted: null };
    postings.set(stem, posting);
    return posting;
  };
  const count = (doc: Doc, sign: 1 | -1) => {
    for (const kind of labelKinds) {
      const own = doc.labels[kind];
      if (!own) continue;
      teaching[kind] += sign;
      // Halves and wholes: sums of them are exact, in whatever order.
      for (const [labelId, weight] of own) {
        const sum = (weights.get(labelId) ?? 0) + sign * weight;
        if (sum === 0) weights.delete(labelId);
        else weights.set(labelId, sum);
      }
    }
  };
  const drop = (taskId: string) => {
    const doc = docs.get(taskId);
    if (!doc) return;
    docs.delete(taskId);
    for (const posting of doc.postings) {
      posting.counted = null;
      const place = posting.docs.indexOf(doc);
      const last = posting.docs.pop();
      if (last && last !== doc) posting.docs[place] = last;
      if (posting.docs.length === 0) postings.delete(posting.stem);
    }
    count(doc, -1);
  };
  return {
    size: () => docs.size,
    docOf: (taskId) => docs.get(taskId),
    postingOf: (stem) => postings.get(stem),
    teaching: (kind) => teaching[kind],
    weightOf: (labelId) => weights.get(labelId) ?? 0,
    labelOf: (labelId) => labels.get(labelId),
    labels: () => labels.values(),
    setLabels: (told) => {
      const before = labels;
      labels = new Map(
        told.map((label) => {
          const known = before.get(label.labelId);
          const tokens = known?.name === label.name ? known.tokens : tokensOf(label.name);
          return [label.labelId, { ...label, tokens }];
        }),
      );
    },
    put: (task) => {
      drop(task.taskId);
      const doc = docOfTask(task, openPosting);
      for (const posting of doc.postings) {
        posting.counted = null;
        posting.docs.push(doc);
      }
      count(doc, 1);
      docs.set(doc.taskId, doc);
      // A map keeps the order in which things came: the first is the one that has not changed for longest.
      const [oldest] = docs.size > mostRemembered ? docs.keys() : [];
      if (oldest !== undefined) drop(oldest);
    },
    drop,
  };
}

function docOfTask(task: RememberedTask, openPosting: (stem: string) => Posting): Doc {
  const { taskId, title, isOpen, isFinished, minutes, capturedAt } = task;
  return {
    ...{ taskId, isOpen, isFinished, minutes, capturedAt },
    title: title.slice(0, titleKept),
    postings: tokensOf(title, task.notes).map(({ stem }) => openPosting(stem)),
    labels: {
      tag: labelsOf(task, task.tagIds),
      context: labelsOf(task, task.contextIds),
      project: labelsOf(task, task.projectId === null ? [] : [task.projectId]),
    },
  };
}

function labelsOf({ isFiled, hintedIds }: RememberedTask, ids: readonly string[]): ReadonlyMap<string, number> | null {
  if (ids.length === 0) return isFiled ? none : null;
  return new Map(ids.map((id) => [id, hintedIds.includes(id) ? hintedWeight : 1]));
}
