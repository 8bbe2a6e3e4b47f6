import { limits } from "@kanban/domain/limits";
import type { BoardMemory, Doc, LabelCounts, LabelKind, Posting } from "./board-memory.ts";
import type { Token } from "./tokenise.ts";

/** A label a text may want, how sure that is, and why. */
export type RankedLabel = {
  labelId: string;
  confidence: number;
  /** The words of the text that told most, and the tasks with the label most like it. */
  words: string[];
  taskIds: string[];
  /** How many tasks with the label share a telling word. */
  support: number;
};

/** How much is believed of a word before it was seen: as much as of one task. */
const smoothing = 1;
/** No single word settles it, however often it was seen. */
const mostPerWord = 3.5;
/** A word that says a label's name says so louder than words that merely go with it. */
const nameBonus = 2.5;
/** A word tells something when it is so much likelier with the label than without. */
const telling = Math.log(1.5);
/** So many tasks that agree make it half as sure as it would be with many. */
const halfSupport = 0.4;

/**
 * Ranks the labels of a kind for a text, the surest first, by naive Bayes over the tasks of the board: for each label the
 * odds that a task has it, times how much likelier each word of the text is among the tasks that have it than among the
 * others. Words never seen say nothing. `self` is the text's own task, which does not count.
 */
export function rankLabels(
  memory: BoardMemory,
  kind: LabelKind,
  tokens: readonly Token[],
  self: string,
): RankedLabel[] {
  const own = memory.docOf(self);
  const ownLabels = own?.labels[kind] ?? null;
  const total = memory.teaching(kind) - (ownLabels ? 1 : 0);
  const seen = tokens.flatMap((token) => {
    const counted = countLabels(memory.postingOf(token.stem), kind, own);
    return counted.tasks === 0 ? [] : [{ token, ...counted }];
  });
  const candidates = new Set(seen.flatMap(({ weights }) => [...weights.keys()]));
  for (const { labelId, kind: of, tokens: name } of memory.labels())
    if (of === kind && isNamedBy(name, tokens)) candidates.add(labelId);

  const ranked: RankedLabel[] = [];
  for (const labelId of candidates) {
    const label = memory.labelOf(labelId);
    if (!label?.isOpen || label.kind !== kind) continue;
    const having = memory.weightOf(labelId) - (ownLabels?.get(labelId) ?? 0);
    const others = Math.max(0, total - having);
    let odds = Math.log((having + 0.5) / (others + 0.5));
    const tellingWords: { token: Token; gain: number }[] = [];
    for (const { token, weights, tasks } of seen) {
      const background = (tasks + 0.5) / (total + 1);
      const withLabel = weights.get(labelId) ?? 0;
      const among = (withLabel + smoothing * background) / (having + smoothing);
      const elsewhere = (Math.max(0, tasks - withLabel) + smoothing * background) / (others + smoothing);
      const gain = Math.max(-mostPerWord, Math.min(mostPerWord, Math.log(among / elsewhere)));
      odds += gain;
      if (gain >= telling && withLabel > 0) tellingWords.push({ token, gain });
    }
    const isNamed = isNamedBy(label.tokens, tokens);
    if (isNamed) {
      odds += nameBonus + (having === 0 ? Math.log(others + 1) : 0);
      for (const token of tokens)
        if (label.tokens.some(({ stem }) => stem === token.stem) && !tellingWords.some((one) => one.token === token))
          tellingWords.push({ token, gain: nameBonus });
    }
    if (tellingWords.length === 0) continue;
    tellingWords.sort((a, b) => b.gain - a.gain);
    const alike = tasksAlike(memory, { kind, labelId, own }, tellingWords);
    const support = alike.length + (isNamed ? 2 : 0);
    const probability = 1 / (1 + Math.exp(-odds));
    ranked.push({
      labelId,
      confidence: Math.min(0.97, (probability * support) / (support + halfSupport)),
      words: distinct(tellingWords.map(({ token }) => token.word)).slice(0, limits.hintWords),
      taskIds: alike.slice(0, limits.hintTasks),
      support,
    });
  }
  return ranked.sort((a, b) => b.confidence - a.confidence || (a.labelId < b.labelId ? -1 : 1));
}

/** Fewer tasks are counted as quickly as it is looked up what they came to last time. */
const worthKeeping = 200;

/** Of the tasks with a word: how many say something of the kind, and how much each of their labels weighs. */
function countLabels(posting: Posting | undefined, kind: LabelKind, own: Doc | undefined): LabelCounts {
  if (!posting) return { tasks: 0, weights: new Map() };
  const all = posting.counted?.[kind] ?? countAll(posting.docs, kind);
  if (posting.docs.length >= worthKeeping) posting.counted = { ...posting.counted, [kind]: all };
  const ownLabels = own?.postings.includes(posting) ? own.labels[kind] : null;
  if (!ownLabels) return all;
  const weights = new Map(all.weights);
  for (const [labelId, weight] of ownLabels) {
    const left = (weights.get(labelId) ?? 0) - weight;
    if (left > 0) weights.set(labelId, left);
    else weights.delete(labelId);
  }
  return { tasks: all.tasks - 1, weights };
}

function countAll(docs: readonly Doc[], kind: LabelKind): LabelCounts {
  const weights = new Map<string, number>();
  let tasks = 0;
  for (const doc of docs) {
    const labels = doc.labels[kind];
    if (!labels) continue;
    tasks += 1;
    for (const [labelId, weight] of labels) weights.set(labelId, (weights.get(labelId) ?? 0) + weight);
  }
  return { tasks, weights };
}

/** The tasks with a label that share telling words, those with the most told first. */
function tasksAlike(
  memory: BoardMemory,
  { kind, labelId, own }: { kind: LabelKind; labelId: string; own: Doc | undefined },
  words: readonly { token: Token; gain: number }[],
): string[] {
  const shared = new Map<string, number>();
  for (const { token, gain } of words)
    for (const doc of memory.postingOf(token.stem)?.docs ?? [])
      if (doc !== own && doc.labels[kind]?.has(labelId)) shared.set(doc.taskId, (shared.get(doc.taskId) ?? 0) + gain);
  return [...shared].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([taskId]) => taskId);
}

function isNamedBy(name: readonly Token[], tokens: readonly Token[]): boolean {
  return name.length > 0 && name.every(({ stem }) => tokens.some((token) => token.stem === stem));
}

const distinct = (words: readonly string[]) => [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
