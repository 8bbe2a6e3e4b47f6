import { limits } from "../limits.ts";
import { storable } from "../storable.ts";

export type OutlineItem = { text: string; isDone: boolean };
/** One task of a pasted list. `source` is the text it was read from, for giving it back when it is not taken. */
export type OutlineTask = { title: string; isDone: boolean; items: OutlineItem[]; notes: string; source: string };

type Line = { indent: number; text: string; isDone: boolean; source: string };

// What lists look like where people copy them from: "- milk", "2) milk", "- [ ] milk", "[x] milk", "☐ milk".
const marks = /^(?:(?:[-*+•–◦▪]|\d{1,3}[.)])\s+)?(?:\[([ xX]?)\]\s+|([☐☑☒✓✔])\s*)?/u;

/** The tasks in a pasted text: a line each, deeper lines are the checklist of the one above, blank lines are nothing. */
export function readOutline(text: string): OutlineTask[] {
  const tasks: OutlineTask[] = [];
  let top = 0;
  for (const line of text.split(/\r\n|[\r\n\u2028\u2029]/u).flatMap(readLine)) {
    const task = tasks.at(-1);
    if (!task || line.indent <= top) {
      top = line.indent;
      tasks.push(asTask(line));
    } else addItem(task, line);
  }
  return tasks;
}

function readLine(source: string): Line[] {
  const plain = storable(source);
  const indent = plain.length - plain.trimStart().length + 3 * (/^\s*/u.exec(plain)?.[0].match(/\t/gu)?.length ?? 0);
  const body = plain.trim();
  const found = marks.exec(body);
  const [lead = "", box, sign] = found ?? [];
  const text = body.slice(lead.length).replaceAll(/\s+/gu, " ").trim();
  // A line of nothing but a list mark says nothing.
  if (text === "" || /^(?:[-*+•–◦▪]|\d{1,3}[.)]|\[[ xX]?\])$/u.test(text)) return [];
  const isDone = box?.toLowerCase() === "x" || (sign !== undefined && sign !== "☐");
  return [{ indent, text, isDone, source }];
}

function asTask({ text, isDone, source }: Line): OutlineTask {
  const title = cut(text, limits.title);
  // Nothing is cut off: what is too long for a title stands whole in the notes.
  return { title, isDone, items: [], notes: title === text ? "" : text.slice(0, limits.notes), source };
}

function addItem(task: OutlineTask, { text, isDone, source }: Line): void {
  task.source += `\n${source}`;
  if (task.items.length < limits.checklistItemsPerTask && text.length <= limits.checklistText) {
    task.items.push({ text, isDone });
    return;
  }
  const line = `- [${isDone ? "x" : " "}] ${text}`;
  task.notes = (task.notes === "" ? line : `${task.notes}\n${line}`).slice(0, limits.notes);
}

/** At most `max` units, cut between words where there are any. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max - 1);
  const words = head.slice(0, Math.max(head.lastIndexOf(" "), 0)) || head;
  return `${words
    .trimEnd()
    .toWellFormed()
    .replace(/\uFFFD$/u, "")}…`;
}
