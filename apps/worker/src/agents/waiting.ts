import { limits } from "@kanban/domain/limits";
import { isWholeDay } from "@kanban/domain/whole-day";
import { Temporal } from "temporal-polyfill";
import type { AgentInput, Finding, TextAgent } from "./agent.ts";
import { cutText, oneLine } from "./cut-text.ts";
import { findDates } from "./dates/find-dates.ts";
import type { Writer } from "./dates/found-date.ts";
import { writerAt } from "./dates/writer-at.ts";
import { maskText } from "./mask-text.ts";
import { notesRead } from "./notes-read.ts";
import { findWaiting } from "./waiting/find-waiting.ts";

/** The title says what the task is about; a sentence of the notes may be about another matter. */
const notesFactor = 0.8;

/** Reads that somebody else is to act ("asked the landlord", "the bank will answer") and proposes to wait for them. */
export const waitingAgent: TextAgent = {
  name: "waiting",
  kinds: ["waiting"],
  cost: "cheap",
  looksAgainOn: ["waitingFor"],
  findHints,
};

function findHints({ title, notes, writtenAt, readAt, timeZone }: AgentInput): Finding[] {
  const fields = [
    { field: "title", text: cutText(title, limits.title), factor: 1 },
    { field: "notes", text: cutText(notes, notesRead), factor: notesFactor },
  ] as const;
  for (const { field, text, factor } of fields) {
    const prose = maskText(text);
    const found = findWaiting(prose);
    if (!found) continue;
    const { who, start, end, confidence } = found;
    const words = cutText(text.slice(start, end), limits.evidence);
    const today = writerAt(readAt, timeZone).writtenAt.toPlainDate().toString();
    const followUpOn = dayIn(prose, writerAt(writtenAt, timeZone));
    return [
      {
        value: {
          kind: "waiting",
          who: oneLine(who, limits.waitingForWho),
          followUpOn: followUpOn && followUpOn >= today ? followUpOn : null,
        },
        evidence: { field, text: words, start, end: start + words.length },
        confidence: Math.round(confidence * factor * 100) / 100,
      },
    ];
  }
  return [];
}

/** The day the text is surest of, by the writer's calendar: when an answer is due, one asks again. */
function dayIn(text: string, writer: Writer): string | null {
  const [surest] = findDates(text, writer).toSorted((a, b) => b.confidence - a.confidence);
  if (!surest) return null;
  if (isWholeDay(surest.moment)) return surest.moment;
  return Temporal.Instant.from(surest.moment).toZonedDateTimeISO(writer.writtenAt.timeZoneId).toPlainDate().toString();
}
