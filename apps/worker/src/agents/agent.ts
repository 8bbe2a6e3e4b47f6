import type { TaskFields } from "@kanban/domain/change";
import type { HintEvidence, HintValue } from "@kanban/domain/entities";
import type { HintKind } from "@kanban/domain/hint/hint-kinds";
import type { Instant, Moment } from "@kanban/domain/moment";
import type { Learnt } from "./learnt-agent.ts";

/** All an agent may know of a text: its words, and when and where it was written. */
export type AgentInput = {
  title: string;
  notes: string;
  dueAt: Moment | null;
  /** When the text was written: "tomorrow" counts from here, however late the agent runs. */
  writtenAt: Instant;
  /** When it is read: what is over by then is not worth proposing. */
  readAt: Instant;
  /** IANA zone of whoever wrote it. */
  timeZone: string;
};

/** What surrounds a text; most agents do without. */
export type AgentContext = {
  taskId: string;
  boardId: string;
  /** Aborted when the run has taken too long or the process ends. */
  signal: AbortSignal;
  /** Counts what a run cost a language model. */
  countTokens: (tokens: number) => void;
  /** What was chosen on the board so far; only for agents that learn from it. */
  learnt?: Learnt | undefined;
};

export type Finding = { value: HintValue; evidence: HintEvidence; confidence: number };

/** What a run takes: milliseconds of this process, a page from elsewhere, or a language model. Decides its queue. */
export type AgentCost = "cheap" | "fetch" | "model";

export type Agent = {
  name: string;
  /** What it may propose. */
  kinds: readonly HintKind[];
  cost: AgentCost;
  /** Learns from what was chosen on the board. */
  isLearnt?: true;
  /** Each new text wakes every agent. A change of one of these makes it look again, where it has something proposed. */
  looksAgainOn: readonly (keyof TaskFields)[];
  /** Whether it will read this text for so long that whoever has it open wants to know. */
  takesLong?: (input: AgentInput) => boolean;
  /**
   * A cheap agent is pure: the same input always gives the same findings. To all of them text is data, never an
   * instruction. One that throws is tried again.
   */
  findHints: (input: AgentInput, context: AgentContext) => Finding[] | Promise<Finding[]>;
};

/** An agent that needs nothing but a task's own words, and answers at once. */
export type TextAgent = Omit<Agent, "cost" | "findHints"> & {
  cost: "cheap";
  findHints: (input: AgentInput) => Finding[];
};
