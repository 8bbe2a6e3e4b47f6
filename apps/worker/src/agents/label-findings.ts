import type { HintEvidence, HintValue } from "@kanban/domain/entities";
import { taskIdSchema } from "@kanban/domain/ids";
import type { RankedLabel } from "../learning/rank-labels.ts";
import type { AgentInput, Finding } from "./agent.ts";
import { rounded } from "./learnt-agent.ts";

/** A label as a proposal, with the tasks it was learnt from; or with the words that name it, when there are none yet. */
export function labelFinding(
  { title, notes }: Pick<AgentInput, "title" | "notes">,
  { confidence, words, taskIds }: RankedLabel,
  value: HintValue,
): Finding | null {
  const evidence =
    taskIds.length > 0
      ? { from: "tasks" as const, taskIds: taskIds.map((id) => taskIdSchema.parse(id)), words }
      : placeOf({ title, notes }, words);
  return evidence && { value, evidence, confidence: rounded(confidence) };
}

function placeOf(fields: { title: string; notes: string }, words: readonly string[]): HintEvidence | null {
  const [text = ""] = words;
  for (const field of ["title", "notes"] as const) {
    const start = fields[field].indexOf(text);
    if (text !== "" && start >= 0) return { field, text, start, end: start + text.length };
  }
  return null;
}
