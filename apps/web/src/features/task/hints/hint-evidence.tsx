import type { BoardView } from "@kanban/domain/board-view";
import type { HintEvidence, TextEvidence } from "@kanban/domain/entities";
import { AppLink } from "../../../components/ui/app-link.tsx";
import { taskPath } from "../task-location.ts";
import { taskStrings } from "../task.strings.ts";
import { evidenceParts } from "./evidence.ts";

const strings = taskStrings.hints;

/** What a hint rests on: the sentence of the task, the words of a page, or what was chosen for similar tasks. */
export function HintEvidenceLine({
  evidence,
  view,
  title,
  notes,
}: {
  evidence: HintEvidence;
  view: BoardView;
  title: string;
  notes: string;
}) {
  if ("field" in evidence) return <TextEvidenceLine evidence={evidence} text={{ title, notes }[evidence.field]} />;
  if (evidence.from === "page")
    return `${strings.fromPage(URL.parse(evidence.url)?.hostname ?? evidence.url)} “${evidence.text}”`;
  const tasks = evidence.taskIds.flatMap((id) => view.tasks[id] ?? []).slice(0, 2);
  return (
    <>
      {evidence.words.length > 0 && strings.fromWords(evidence.words.join(", "))}
      {evidence.words.length > 0 && tasks.length > 0 && " · "}
      {tasks.length > 0 && strings.like}
      {tasks.map((task, index) => (
        <span key={task.id}>
          {index > 0 && ", "}
          <AppLink href={taskPath(view.board.id, task)} className="underline decoration-line-strong underline-offset-2">
            {task.title}
          </AppLink>
        </span>
      ))}
      {evidence.words.length === 0 && tasks.length === 0 && strings.fromChoices}
    </>
  );
}

function TextEvidenceLine({ evidence, text }: { evidence: TextEvidence; text: string }) {
  const parts = evidenceParts(text, evidence);
  if (!parts) return strings.evidenceGone;
  const from = evidence.field === "title" ? strings.fromTitle : strings.fromNotes;
  return (
    <>
      {from} “{parts.before}
      <u className="decoration-hint decoration-2 underline-offset-3">{parts.words}</u>
      {parts.after}”
    </>
  );
}
