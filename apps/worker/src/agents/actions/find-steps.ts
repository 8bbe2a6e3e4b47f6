import { fold } from "../fold.ts";
import { englishVerbs } from "./english-verbs.ts";
import type { FoundSteps } from "./found-steps.ts";
import { type StepWords, stepLanguages } from "./step-words.ts";

/** What a list after a colon consists of. */
const longestThing = 4;
const leastThings = 3;
/** Fewer steps than this are one thing to do, unless the text says what comes first. */
const leastSteps = 3;

type Part = { start: number; end: number; isThen: boolean };

/** Several things to do in one sentence: "wash the car, mow the lawn and call Eve", "book the hall and then invite". */
export function findSteps(text: string): FoundSteps | null {
  const folded = fold(text);
  let best: FoundSteps | null = null;
  for (const words of stepLanguages) {
    const found =
      numbersInLine(text) ??
      thingsAfterColon(text, folded, words) ??
      stepsOf(text, folded, words) ??
      stepsBehindHeading(text, folded, words);
    if (found && found.confidence > (best?.confidence ?? 0)) best = found;
  }
  return best;
}

/** "1) bank 2) post office 3) pharmacy" */
function numbersInLine(text: string): FoundSteps | null {
  const marks = [...text.matchAll(/(?<=^|\s)(\d)[.)]\s+(?=\S)/g)];
  if (marks.length < 2 || marks.some(([, digit], index) => Number(digit) !== index + 1)) return null;
  const items = marks.map((mark, index) =>
    text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length).replace(/[\s,;]+$/, ""),
  );
  return { items, start: marks[0]?.index ?? 0, end: text.trimEnd().length, confidence: 0.8 };
}

/** "Change the address with: bank, school, doctor" */
const withLead = /^\s*([a-z]+)\s[^:,;.\n]{0,40}\b(?:with|from|at|for|to)\s*:\s+/;

function thingsAfterColon(text: string, folded: string, { collect }: StepWords): FoundSteps | null {
  const lead = new RegExp(String.raw`^\s*(?:[\p{L}']+\s+){0,3}(?:${collect})\s*:\s+`, "u").exec(folded);
  const isWith = lead ? null : withLead.exec(folded);
  if (isWith && !englishVerbs.has(isWith[1] ?? "")) return null;
  if (!lead && !isWith) return null;
  const start = (lead ?? isWith)?.[0].length ?? 0;
  const end = start + (/^[^\n.;]*/.exec(text.slice(start))?.[0].trimEnd().length ?? 0);
  const items = text
    .slice(start, end)
    .split(/,\s*/)
    .map((item) => item.trim())
    .filter(Boolean);
  const areThings = items.length >= leastThings && items.every((item) => item.split(/\s+/).length <= longestThing);
  return areThings ? { items, start, end, confidence: 0.7 } : null;
}

function stepsOf(text: string, folded: string, words: StepWords): FoundSteps | null {
  const parts = joinRest(split(folded, words), text, folded, words);
  const [first, last] = [parts[0], parts.at(-1)];
  const hasOrder = parts.some(({ isThen }) => isThen);
  if (!first || !last || parts.length < (hasOrder ? 2 : leastSteps)) return null;
  const items = parts.map(({ start, end }) => text.slice(start, end));
  // "Wash and iron the shirts" and "now and then" are one thing; "wash, iron, fold" are three.
  const isJoined = /[a-z&]/.test(folded.slice(parts.at(-2)?.end, last.start));
  const isOneThing =
    !/\s/.test(items[0] ?? "") && (items.length < leastSteps || (isJoined && /\s/.test(items.at(-1) ?? "")));
  if (isOneThing && !areShort(items)) return null;
  return { items, start: first.start, end: last.end, confidence: hasOrder ? 0.75 : 0.7 };
}

/** "Before the trip - empty the fridge, unplug the TV, leave a key" */
function stepsBehindHeading(text: string, folded: string, words: StepWords): FoundSteps | null {
  const heading = /^[^,;:.\n]{2,60}?(?:\s[-–—]\s+|[:.]\s+)(?=\S)/.exec(folded)?.[0].length;
  if (!heading) return null;
  const found = stepsOf(text.slice(heading), folded.slice(heading), words);
  if (!found || found.items.length < leastSteps) return null;
  return { ...found, start: found.start + heading, end: found.end + heading };
}

/** "Scrub, wipe, rubbish out": all of a word or two. */
function areShort(items: readonly string[]): boolean {
  return items.length >= leastSteps && items.every((item) => item.split(/\s+/).length <= 2);
}

/** Cuts at commas, ends of sentences and the language's words for "and" and "then". */
function split(folded: string, { order, and, first }: StepWords): Part[] {
  const cut = new RegExp(
    String.raw`\s*(?:->|=>|→|>)\s*(?<arrow>(?:${order})\s+)?|(?:\s*[,;]\s*|[.!]\s+|\s*\n\s*|\s+)(?<then>${order})\s+|\s*[,;]\s*(?:(?:${and})\s+)?|[.!]\s+|\s*\n\s*|\s+(?:${and})\s+`,
    "gu",
  );
  const opening = new RegExp(String.raw`^\s*(?:(?:${first})[,:]?\s+)?`, "u");
  const parts: Part[] = [];
  let start = opening.exec(folded)?.[0].length ?? 0;
  let isThen = false;
  for (const match of folded.matchAll(cut)) {
    if (match.index < start) continue;
    parts.push({ start, end: match.index, isThen });
    start = match.index + match[0].length;
    isThen = match.groups?.["then"] !== undefined || /->|=>|→|>/.test(match[0]);
  }
  parts.push({ start, end: folded.length, isThen });
  return parts
    .map((part) => ({ ...part, end: part.start + folded.slice(part.start, part.end).replace(/[\s.!]+$/, "").length }))
    .filter(({ start, end }) => end > start);
}

/**
 * Joins what is no step of its own to its neighbour: "buy salt and pepper" is one. Where the verb stands first that is
 * the one before, where it stands last the one behind. Nothing when a part belongs to no step.
 */
function joinRest(parts: readonly Part[], text: string, folded: string, words: StepWords): Part[] {
  const isStep = ({ start, end }: Part) => words.isStep(text.slice(start, end), folded.slice(start, end));
  const verbLast = words.language === "de" || words.language === "nl";
  const steps: Part[] = [];
  let waiting: Part | null = null;
  for (const part of parts) {
    const before = steps.at(-1);
    if (verbLast) {
      const whole: Part = waiting ? { ...waiting, end: part.end } : part;
      if (isStep(whole)) steps.push(whole);
      waiting = isStep(whole) ? null : whole;
    } else if (isStep(part)) steps.push(part);
    else if (before && !part.isThen) before.end = part.end;
    else return [];
  }
  return waiting ? [] : steps;
}
