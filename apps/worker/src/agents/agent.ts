import type { HintEvidence, HintValue } from "@kanban/domain/entities";
import type { Instant, Moment } from "@kanban/domain/moment";

/** All an agent may know: a task's text and when and where it was written. */
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

export type Finding = { value: HintValue; evidence: HintEvidence; confidence: number };

/** Pure: the same input always gives the same findings, and text is data to it, never an instruction. */
export type Agent = { name: string; findHints: (input: AgentInput) => Finding[] };
