import type { TextEvidence } from "@kanban/domain/entities";
import { limits } from "@kanban/domain/limits";
import type { Moment } from "@kanban/domain/moment";
import { isWholeDay } from "@kanban/domain/whole-day";
import type { AgentInput, Finding, TextAgent } from "./agent.ts";
import { cutText } from "./cut-text.ts";
import { findDates } from "./dates/find-dates.ts";
import type { FoundDate } from "./dates/found-date.ts";
import { writerAt } from "./dates/writer-at.ts";
import { maskText } from "./mask-text.ts";
import { notesRead } from "./notes-read.ts";

/** The title says what the task is about; a date in the notes may be about anything. */
const notesFactor = 0.85;
const leastConfidence = 0.5;

/**
 * Reads the dates in a task's text and proposes the surest one as the due date, and the surest of those before which
 * nothing is to be done as the defer date. Of something recurring that is its next occurrence.
 */
export const datesAgent: TextAgent = {
  name: "dates",
  kinds: ["due-date", "defer-date"],
  cost: "cheap",
  looksAgainOn: ["dueAt", "deferUntil"],
  findHints,
};

type Best = { moment: Moment; evidence: TextEvidence; confidence: number };

/** What a title says first is meant, unless something else is clearly surer. */
function leastSurer(best: Best | null): number {
  if (!best) return 0;
  return best.evidence.field === "title" ? best.confidence + 0.06 : best.confidence;
}

function findHints({ title, notes, dueAt, writtenAt, readAt, timeZone }: AgentInput): Finding[] {
  const writer = writerAt(writtenAt, timeZone);
  const today = writerAt(readAt, timeZone).writtenAt.toPlainDate().toString();
  // Both forms of a moment sort by time as text.
  const isOver = (moment: Moment) => (isWholeDay(moment) ? moment < today : moment <= readAt);
  const fields = [
    { field: "title", text: cutText(title, limits.title), factor: 1 },
    { field: "notes", text: cutText(notes, notesRead), factor: notesFactor },
  ] as const;
  const best: Record<FoundDate["role"], Best | null> = { due: null, defer: null };
  for (const { field, text, factor } of fields) {
    for (const { role, moment, start, end, confidence } of findDates(maskText(text), writer)) {
      const sure = Math.round(confidence * factor * 100) / 100;
      if (isOver(moment) || sure < leastConfidence || sure <= leastSurer(best[role])) continue;
      const words = cutText(text.slice(start, end), limits.evidence);
      best[role] = { moment, evidence: { field, text: words, start, end }, confidence: sure };
    }
  }
  const { due, defer } = best;
  const findings: Finding[] = [];
  if (due && due.moment !== dueAt)
    findings.push({
      value: { kind: "due-date", dueAt: due.moment },
      evidence: due.evidence,
      confidence: due.confidence,
    });
  // Today is no day to hide a task until.
  if (defer && defer.moment > today)
    findings.push({
      value: { kind: "defer-date", deferUntil: defer.moment },
      evidence: defer.evidence,
      confidence: defer.confidence,
    });
  return findings;
}
