import type { TaskFields } from "../change.ts";
import type { HintEvidence } from "../entities.ts";
import { limits } from "../limits.ts";

/**
 * True while what a hint rests on still stands: its words in the task, or the link to its page. Whether past tasks are
 * still what they were only the worker knows, and withdraws.
 */
export function isEvidencePresent(
  evidence: HintEvidence,
  { title, notes }: Pick<TaskFields, "title" | "notes">,
): boolean {
  if ("field" in evidence) return { title, notes }[evidence.field].includes(evidence.text);
  return evidence.from === "tasks" || title.includes(evidence.url) || notes.includes(evidence.url);
}

/** Whether the evidence says something, and no more than anybody would look at. */
export function isEvidenceSound(evidence: HintEvidence): boolean {
  if (!("field" in evidence) && evidence.from === "tasks") {
    const { taskIds, words } = evidence;
    const isShort = words.every((word) => word.length <= limits.name);
    return (
      taskIds.length + words.length > 0 &&
      taskIds.length <= limits.hintTasks &&
      words.length <= limits.hintWords &&
      isShort
    );
  }
  return evidence.text !== "" && evidence.text.length <= limits.evidence;
}

/** Whether two hints rest on the same, wherever in the text it stands. Other tasks may tell the same again. */
export function isSameEvidence(a: HintEvidence, b: HintEvidence): boolean {
  if ("field" in a) return "field" in b && a.field === b.field && a.text === b.text;
  if ("field" in b || a.from !== b.from) return false;
  return a.from === "tasks" || (b.from === "page" && a.url === b.url);
}
