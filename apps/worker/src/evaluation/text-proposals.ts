import type { HintKind } from "@kanban/domain/hint/hint-kinds";
import type { Moment } from "@kanban/domain/moment";
import type { TextAgent } from "../agents/agent.ts";
import type { Capture } from "./read-captures.ts";

/** What agents that read text propose for one capture. */
export type TextProposals = {
  due: Moment | null;
  defer: Moment | null;
  waiting: string | null;
  followUp: string | null;
  items: string[] | null;
  /** How sure the agents say they are, by the kind of hint. */
  confidences: Partial<Record<HintKind, number>>;
};

/** Asks agents as the worker would, the moment a capture is written. */
export function proposalsOf(agents: readonly TextAgent[], capture: Capture): TextProposals {
  const { title, notes, writtenAt, timeZone } = capture;
  const proposals: TextProposals = {
    due: null,
    defer: null,
    waiting: null,
    followUp: null,
    items: null,
    confidences: {},
  };
  const input = { title, notes, dueAt: null, writtenAt, readAt: writtenAt, timeZone };
  for (const { value, confidence } of agents.flatMap((agent) => agent.findHints(input))) {
    proposals.confidences[value.kind] = confidence;
    if (value.kind === "due-date") proposals.due = value.dueAt;
    if (value.kind === "defer-date") proposals.defer = value.deferUntil;
    if (value.kind === "checklist") proposals.items = value.items;
    if (value.kind === "waiting") {
      proposals.waiting = value.who;
      proposals.followUp = value.followUpOn;
    }
  }
  return proposals;
}
