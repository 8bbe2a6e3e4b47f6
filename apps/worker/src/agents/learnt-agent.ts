import type { BoardMemory } from "../learning/board-memory.ts";
import type { Agent, AgentInput, Finding } from "./agent.ts";

/** What was chosen for the task itself so far. */
export type ChosenFields = {
  tagIds: readonly string[];
  contextIds: readonly string[];
  projectId: string | null;
  estimateMinutes: number | null;
  capturedAt: string;
};

/** What an agent goes by that learns from past choices: those of the task's board, and of the task itself. */
export type Learnt = { taskId: string; chosen: ChosenFields; memory: BoardMemory };

/** An agent that learns from what people chose on a board; pure, for all it goes by is given to it. */
export type LearntAgent = Omit<Agent, "cost" | "findHints"> & {
  cost: "cheap";
  isLearnt: true;
  findHints: (input: AgentInput, context: { learnt?: Learnt | undefined }) => Finding[];
};

/** Makes an agent of what it finds in the past. Without one it finds nothing. */
export function learntAgent({
  findHints,
  ...manifest
}: Pick<Agent, "name" | "kinds" | "looksAgainOn"> & {
  findHints: (input: AgentInput, learnt: Learnt) => Finding[];
}): LearntAgent {
  return {
    ...manifest,
    cost: "cheap",
    isLearnt: true,
    findHints: (input, { learnt }) => (learnt ? findHints(input, learnt) : []),
  };
}

/** Two figures are as much as a confidence means. */
export const rounded = (confidence: number) => Math.round(confidence * 100) / 100;
