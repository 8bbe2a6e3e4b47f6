import type { HintEvidence, TextEvidence } from "@kanban/domain/entities";
import { taskStrings } from "../task.strings.ts";
import { evidenceParts } from "./evidence.ts";

/** What a hint rests on: the sentence of the task, the words of a page, or what was chosen for similar tasks. */
export function HintEvidenceLine({ evidence, title, notes }: { evidence: HintEvidence; title: string; notes: string }) {
  const strings = taskStrings.hints;
  if ("field" in evidence) return <TextEvidenceLine evidence={evidence} text={{ title, notes }[evidence.field]} />;
  if (evidence.from === "tasks") return strings.fromTasks(evidence.words.join(", "));
  return `${strings.fromPage(URL.parse(evidence.url)?.hostname ?? evidence.url)} “${evidence.text}”`;
}

function TextEvidenceLine({ evidence, text }: { evidence: TextEvidence; text: string }) {
  const parts = evidenceParts(text, evidence);
  if (!parts) return taskStrings.hints.evidenceGone;
  const from = evidence.field === "title" ? taskStrings.hints.fromTitle : taskStrings.hints.fromNotes;
  return (
    <>
      {from} “{parts.before}
      <u className="decoration-hint decoration-2 underline-offset-3">{parts.words}</u>
      {parts.after}”
    </>
  );
}
