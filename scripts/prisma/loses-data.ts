import { ruleFor } from "../migrations/find-breakages.ts";
import { readActions } from "../migrations/read-actions.ts";

/** True when a generated migration could throw away or refuse existing data. Errs on the side of asking. */
export function losesData(script: string): boolean {
  return readActions(script).some(({ text }) => ruleFor(text)?.rule.losesData);
}
