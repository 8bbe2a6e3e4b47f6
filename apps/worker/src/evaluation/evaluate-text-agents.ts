import type { TextAgent } from "../agents/agent.ts";
import type { Capture } from "./read-captures.ts";
import { type Score, scoreOf } from "./score.ts";
import { proposalsOf, type TextProposals } from "./text-proposals.ts";

/** What is scored, and the agent it is asked of. */
export const textKinds = [
  { kind: "due-date", agent: "dates" },
  { kind: "defer-date", agent: "dates" },
  { kind: "waiting", agent: "waiting" },
  { kind: "follow-up", agent: "waiting" },
  { kind: "checklist", agent: "actions" },
] as const;
export type TextKind = (typeof textKinds)[number]["kind"];

/** One capture with what was proposed for it, and what that is worth. */
export type Judged = { capture: Capture; proposals: TextProposals; scores: Record<TextKind, Score>; half: Half };

/** Agents are tuned on one half, and believed on the other. */
export type Half = "development" | "held out";

/** Runs the agents on every capture. */
export function evaluateTextAgents(agents: readonly TextAgent[], captures: readonly Capture[]): Judged[] {
  return captures.map((capture) => {
    const proposals = proposalsOf(agents, capture);
    return {
      capture,
      proposals,
      scores: scoresOf(capture, proposals),
      half: capture.place % 2 === 1 ? "development" : "held out",
    };
  });
}

function scoresOf(capture: Capture, { due, defer, waiting, followUp, items }: TextProposals): Judged["scores"] {
  const isSame = (a: string, b: string) => a === b;
  return {
    "due-date": scoreOf(capture.due, due, isSame),
    "defer-date": scoreOf(capture.defer, defer, isSame),
    waiting: scoreOf(capture.waiting, waiting, isSameName),
    "follow-up": scoreOf(capture.followUp, followUp, isSame),
    checklist: scoreOf(
      capture.items,
      items,
      (a, b) => a.length === b.length && a.every((item, index) => plain(item) === plain(b[index] ?? "")),
    ),
  };
}

/** "The landlord" is the landlord. */
const article =
  /^(?:the|an?|my|our|der|die|das|den|dem|des|eine?[mnrs]?|meine?[mnrs]?|le|la|les|l'|un|une|el|los|las|il|lo|gli|de|het|een|o|os|as)\s+/i;

function isSameName(a: string, b: string): boolean {
  const bare = (name: string) => plain(name).replace(article, "").replace(/^l'/, "");
  return bare(a) === bare(b);
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[.,;:!]+$/, "");
}
