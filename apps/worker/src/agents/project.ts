import { projectIdSchema } from "@kanban/domain/ids";
import { rankLabels } from "../learning/rank-labels.ts";
import { tokensOf } from "../learning/tokenise.ts";
import { labelFinding } from "./label-findings.ts";
import { learntAgent } from "./learnt-agent.ts";

const least = 0.5;

/** Proposes the project that tasks with such words belong to, to a task that has none. */
export const projectAgent = learntAgent({
  name: "project",
  kinds: ["project"],
  looksAgainOn: ["projectId"],
  findHints: (input, { taskId, chosen, memory }) => {
    if (chosen.projectId !== null) return [];
    const [best] = rankLabels(memory, "project", tokensOf(input.title, input.notes), taskId);
    if (!best || best.confidence < least) return [];
    const finding = labelFinding(input, best, { kind: "project", projectId: projectIdSchema.parse(best.labelId) });
    return finding ? [finding] : [];
  },
});
