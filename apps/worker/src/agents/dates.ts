import type { HintValue } from "@kanban/domain/entities";
import { limits } from "@kanban/domain/limits";
import type { Moment } from "@kanban/domain/moment";
import { isWholeDay } from "@kanban/domain/whole-day";
import type { Agent, AgentInput, Finding } from "./agent.ts";
import { findDates, writerAt } from "./find-dates.ts";
import { maskText } from "./mask-text.ts";

/** Of the notes only the beginning is read: parsing takes up to 12 ms per 1,000 characters, and dates stand at the top. */
const notesRead = 2_000;
/** The title says what the task is about; a date in the notes may be about anything. */
const notesFactor = 0.85;
const leastConfidence = 0.5;

type DateFinding = Finding & { value: Extract<HintValue, { kind: "due-date" }> };

/** Reads dates in a task's text and proposes the surest one as the due date, unless the task has it already. */
export const datesAgent: Agent = { name: "dates", findHints: findDueDate };

function findDueDate({ title, notes, dueAt, writtenAt, readAt, timeZone }: AgentInput): Finding[] {
  const writer = writerAt(writtenAt, timeZone);
  const today = writerAt(readAt, timeZone).writtenAt.toPlainDate().toString();
  // Both forms of a moment sort by time as text.
  const isOver = (moment: Moment) => (isWholeDay(moment) ? moment < today : moment <= readAt);
  const fields = [
    { field: "title", text: title.slice(0, limits.title), factor: 1 },
    { field: "notes", text: notes.slice(0, notesRead), factor: notesFactor },
  ] as const;
  let best: DateFinding | null = null;
  for (const { field, text, factor } of fields) {
    for (const found of findDates(maskText(text), writer)) {
      const confidence = Math.round(found.confidence * factor * 100) / 100;
      if (isOver(found.moment) || confidence < leastConfidence || (best && confidence <= best.confidence)) continue;
      const words = text.slice(found.start, found.end);
      best = {
        value: { kind: "due-date", dueAt: found.moment },
        evidence: { field, text: words.slice(0, limits.evidence), start: found.start, end: found.end },
        confidence,
      };
    }
  }
  return best && best.value.dueAt !== dueAt ? [best] : [];
}
