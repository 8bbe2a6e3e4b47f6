import type { TextEvidence } from "@kanban/domain/entities";
import { limits } from "@kanban/domain/limits";
import { findList } from "./actions/find-list.ts";
import { findSteps } from "./actions/find-steps.ts";
import type { FoundSteps } from "./actions/found-steps.ts";
import { cutText, oneLine } from "./cut-text.ts";
import type { AgentInput, Finding, TextAgent } from "./agent.ts";
import { notesRead } from "./notes-read.ts";

/** Finds the steps a capture consists of, as a list or in a row, and proposes them as its checklist. */
export const actionsAgent: TextAgent = {
  name: "actions",
  kinds: ["checklist"],
  cost: "cheap",
  looksAgainOn: [],
  findHints,
};

function findHints({ title, notes }: AgentInput): Finding[] {
  const read = cutText(notes, notesRead);
  // A list is what somebody made a list of; a paragraph of the notes only counts when all of it are steps.
  return (
    findingOf("notes", read, findList(read)) ??
    findingOf("title", title, findSteps(cutText(title, limits.title))) ??
    findingOf("notes", read, findSteps(paragraphOf(read))) ??
    []
  );
}

/** The first one; of a longer one no part is all of it. */
function paragraphOf(notes: string): string {
  const [first = ""] = notes.split(/\n\s*\n/);
  return first.length <= limits.evidence ? first : "";
}

function findingOf(field: TextEvidence["field"], text: string, found: FoundSteps | null): Finding[] | null {
  if (!found) return null;
  const items = found.items.slice(0, limits.hintItems).map((item) => oneLine(item, limits.checklistText));
  const words = cutText(text.slice(found.start, found.end), limits.evidence);
  return [
    {
      value: { kind: "checklist", items },
      evidence: { field, text: words, start: found.start, end: found.start + words.length },
      confidence: found.confidence,
    },
  ];
}
