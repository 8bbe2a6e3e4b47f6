import { contextIdSchema } from "@kanban/domain/ids";
import { rankLabels } from "../learning/rank-labels.ts";
import { tokensOf } from "../learning/tokenise.ts";
import { labelFinding } from "./label-findings.ts";
import { learntAgent } from "./learnt-agent.ts";

const least = 0.5;

/** Proposes the context in which tasks with such words were done before, to a task that has none. */
export const contextAgent = learntAgent({
  name: "context",
  kinds: ["context"],
  looksAgainOn: ["contextIds"],
  findHints: (input, { taskId, chosen, memory }) => {
    if (chosen.contextIds.length > 0) return [];
    const [best] = rankLabels(memory, "context", tokensOf(input.title, input.notes), taskId);
    if (!best || best.confidence < least) return [];
    const finding = labelFinding(input, best, { kind: "context", contextId: contextIdSchema.parse(best.labelId) });
    return finding ? [finding] : [];
  },
});
