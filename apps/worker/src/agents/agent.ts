import type { HintEvidence, HintKind, HintValue } from "@kanban/domain/entities";
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

/** What an agent says of itself, so that whoever runs it need not know it. */
export type AgentManifest = {
  name: string;
  /** What it may propose. */
  kinds: readonly HintKind[];
  /** The events it reads a task anew for. */
  wakes: "text";
  /** What it must know. */
  needs: "text";
  /** Cheap ones answer within a millisecond or ten, and ask nobody. */
  cost: "cheap";
};

/** Pure: the same input always gives the same findings, and text is data to it, never an instruction. */
export type Agent = AgentManifest & { findHints: (input: AgentInput) => Finding[] };
