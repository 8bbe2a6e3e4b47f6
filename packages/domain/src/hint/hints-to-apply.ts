import type { Hint } from "../entities.ts";
import { isAdditive } from "./plan-hint.ts";

/**
 * The hints that can be applied together, in their order: of a kind a task has once only the surest, and none that would
 * end the task.
 */
export function hintsToApply(hints: readonly Hint[]): Hint[] {
  const proposed = hints.filter(({ state, value }) => state === "proposed" && value.kind !== "duplicate");
  return proposed.filter(
    (hint) =>
      isAdditive(hint.value.kind) ||
      proposed.every(
        (other, index) =>
          other.value.kind !== hint.value.kind ||
          other === hint ||
          other.confidence < hint.confidence ||
          (other.confidence === hint.confidence && index > proposed.indexOf(hint)),
      ),
  );
}
