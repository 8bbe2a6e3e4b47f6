import type { Priority } from "../entities.ts";
import type { Moment } from "../moment.ts";
import type { CaptureToken } from "./capture-token.ts";

/** What the tokens of a line say together. */
export type CaptureValues = {
  tags: string[];
  contexts: string[];
  project: string | null;
  priority: Priority | null;
  estimateMinutes: number | null;
  dueAt: Moment | null;
  deferUntil: Moment | null;
};

/** The values of all tokens: each label once, of single values the last. */
export function valuesOf(tokens: readonly CaptureToken[]): CaptureValues {
  const last = <Kind extends CaptureToken["kind"]>(kind: Kind) =>
    tokens.findLast((token): token is Extract<CaptureToken, { kind: Kind }> => token.kind === kind) ?? null;
  return {
    tags: namesOf(tokens, "tag"),
    contexts: namesOf(tokens, "context"),
    project: namesOf(tokens, "project").at(-1) ?? null,
    priority: last("priority")?.priority ?? null,
    estimateMinutes: last("estimate")?.minutes ?? null,
    dueAt: momentOf(tokens, "due"),
    deferUntil: momentOf(tokens, "defer"),
  };
}

function namesOf(tokens: readonly CaptureToken[], kind: "tag" | "context" | "project"): string[] {
  const names = new Map<string, string>();
  for (const token of tokens) if (token.kind === kind) names.set(token.name.toLowerCase(), token.name);
  return [...names.values()];
}

function momentOf(tokens: readonly CaptureToken[], kind: "due" | "defer"): Moment | null {
  const found = tokens.findLast((token) => token.kind === kind);
  return found && "moment" in found ? found.moment : null;
}
