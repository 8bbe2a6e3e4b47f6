import { matchAction } from "./action-pattern.ts";
import { type BreakingRule, breakingRules } from "./breaking-rules.ts";
import { emptySchema, type KnownSchema, learn } from "./known-schema.ts";
import { type Action, readActions } from "./read-actions.ts";

/** What a version that still serves trips over. */
export type Breakage = Action & { object: string; why: string };

/**
 * What one migration breaks for a version that still serves; takes what it makes into `known`. What it made itself
 * nobody uses yet.
 *
 * Only a reader can tell: a function or view replaced by one that does something else, a trigger that refuses, a NULL or
 * an enum value written where today's readers expect none.
 */
export function findBreakages(script: string, known: KnownSchema = emptySchema()): Breakage[] {
  const made = new Set<string>();
  const found: Breakage[] = [];
  for (const action of readActions(script)) {
    const breakage = judge(action, known, made);
    if (breakage) found.push(breakage);
    for (const object of learn(known, action)) made.add(object);
  }
  return found;
}

function judge(action: Action, known: KnownSchema, made: ReadonlySet<string>): Breakage | null {
  const { text } = action;
  const found = ruleFor(text);
  if (!found) return null;
  const { rule, names } = found;
  const object = rule.object(names);
  if (made.has(object) || made.has(`table ${names["table"]}`)) return null;
  return rule.unless?.({ text, names, known, made }) ? null : { ...action, object, why: rule.why };
}

/** The rule whose form an action has. */
export function ruleFor(text: string): { rule: BreakingRule; names: Record<string, string> } | null {
  for (const rule of breakingRules) {
    const names = matchAction(rule.form, text);
    if (names) return { rule, names };
  }
  return null;
}
