import { tagIdSchema } from "@kanban/domain/ids";
import { rankLabels } from "../learning/rank-labels.ts";
import { tokensOf } from "../learning/tokenise.ts";
import { labelFinding } from "./label-findings.ts";
import { learntAgent } from "./learnt-agent.ts";

/** More than that is noise around what is right. */
const most = 2;
const least = 0.5;
/** Whoever has given a task tags has mostly given all of them. */
const leastBeside = 0.8;

/** Proposes the tags that tasks with such words got before. */
export const tagsAgent = learntAgent({
  name: "tags",
  kinds: ["tag"],
  looksAgainOn: ["tagIds"],
  findHints: (input, { taskId, chosen, memory }) =>
    rankLabels(memory, "tag", tokensOf(input.title, input.notes), taskId)
      .filter(
        ({ labelId, confidence }) =>
          !chosen.tagIds.includes(labelId) && confidence >= (chosen.tagIds.length > 0 ? leastBeside : least),
      )
      .slice(0, most)
      .flatMap(
        (ranked) => labelFinding(input, ranked, { kind: "tag", tagId: tagIdSchema.parse(ranked.labelId) }) ?? [],
      ),
});
