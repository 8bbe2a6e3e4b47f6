import { limits } from "@kanban/domain/limits";
import { taskIdSchema } from "@kanban/domain/ids";
import { type Alike, findAlike } from "../learning/find-alike.ts";
import { haveSameNumbers, titleLikeness } from "../learning/title-likeness.ts";
import { tokensOf } from "../learning/tokenise.ts";
import type { AgentInput } from "./agent.ts";
import { type Learnt, learntAgent, rounded } from "./learnt-agent.ts";

/** Below that two titles share a topic, not a purpose. */
const least = 0.6;

/**
 * Finds the open task of the board that says the same. Candidates come from the index of words (TF-IDF), which is there
 * for the labels anyway and takes a fraction of a millisecond; letter by letter only those are compared. Of two that say
 * the same, the later one is the duplicate.
 */
export const duplicateAgent = learntAgent({
  name: "duplicate",
  kinds: ["duplicate"],
  looksAgainOn: [],
  findHints: (input, learnt) => {
    const [best] = candidatesFor(input, learnt).toSorted((a, b) => b.sameness - a.sameness);
    if (!best || best.sameness < least) return [];
    return [
      {
        value: { kind: "duplicate", otherTaskId: taskIdSchema.parse(best.doc.taskId) },
        evidence: {
          from: "tasks",
          taskIds: [taskIdSchema.parse(best.doc.taskId)],
          words: best.words.slice(0, limits.hintWords),
        },
        confidence: rounded(Math.min(0.97, 0.35 + 0.65 * best.sameness)),
      },
    ];
  },
});

function candidatesFor({ title }: AgentInput, { taskId, chosen, memory }: Learnt): (Alike & { sameness: number })[] {
  const isEarlier = (other: { taskId: string; capturedAt: string }) =>
    other.capturedAt < chosen.capturedAt || (other.capturedAt === chosen.capturedAt && other.taskId < taskId);
  return findAlike(memory, tokensOf(title), {
    passes: (doc) => doc.isOpen && doc.taskId !== taskId && isEarlier(doc),
  })
    .filter(({ doc }) => haveSameNumbers(doc.title, title))
    .map((alike) => ({ ...alike, sameness: (alike.likeness + titleLikeness(alike.doc.title, title)) / 2 }));
}
