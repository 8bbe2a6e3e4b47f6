import type { FoundSteps } from "./found-steps.ts";

const checkbox = /^\s*(?:[-*+•]\s+|\d{1,2}[.)]\s+)?\[(?<mark>[ xX]?)\]\s+(?<item>\S.*)$/;
const bullet = /^\s*[-*+•–]\s+(?<item>\S.*)$/;
const numbered = /^\s*(?:\d{1,2}[.)]|[a-z]\))\s+(?<item>\S.*)$/;

/** Lists below these say who or what, not what to do. */
const notToDo =
  /^\W*(?:attendees|participants?|present|guests|links|sources|references|options|pros|cons|ingredients|teilnehmer|anwesend|quellen|zutaten|vorteile|nachteile|présents|participants|ingrédients|asistentes|ingredientes|účastníci|odkazy|suroviny)\W*$/i;
/** On average longer than this, they are paragraphs with a dot before them. */
const longestItem = 120;

type Block = {
  lines: { item: string; isDone: boolean; start: number; end: number }[];
  kind: RegExp;
  isSkipped: boolean;
};

const confidences = new Map([
  [checkbox, 0.9],
  [numbered, 0.8],
  [bullet, 0.75],
]);

/** The first list of Markdown in a text: ticks, numbers or dots. Of ticked lines nothing is left to do. */
export function findList(text: string): FoundSteps | null {
  // Code may have dots, too; what is blanked out keeps its place.
  const prose = text.replace(/```[\s\S]*?(?:```|$)/g, (code) => code.replace(/[^\n]/g, " "));
  for (const { lines, kind, isSkipped } of blocksOf(prose)) {
    const open = lines.filter(({ isDone }) => !isDone);
    const [first, last] = [lines[0], lines.at(-1)];
    const length = lines.reduce((sum, { item }) => sum + item.length, 0) / lines.length;
    if (isSkipped || !first || !last || lines.length < 2 || open.length === 0 || length > longestItem) continue;
    return {
      items: open.map(({ item }) => item),
      start: first.start,
      end: last.end,
      confidence: confidences.get(kind) ?? 0,
    };
  }
  return null;
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let current = null as Block | null;
  let before = "";
  let start = 0;
  for (const whole of text.split("\n")) {
    const line = whole.trimEnd();
    const kind = [checkbox, bullet, numbered].find((pattern) => pattern.test(line));
    const { item = "", mark = "" } = (kind && kind.exec(line)?.groups) ?? {};
    if (!kind) {
      current = null;
      if (line.trim() !== "") before = line;
    } else {
      if (current?.kind !== kind) {
        current = { lines: [], kind, isSkipped: notToDo.test(before) };
        blocks.push(current);
      }
      const end = start + line.length;
      current.lines.push({ item: item.trim(), isDone: /x/i.test(mark), start: start + line.search(/\S/), end });
    }
    start += whole.length + 1;
  }
  return blocks;
}
