import { refusalActionStrings, refusalStrings } from "./refusal.strings.ts";

export { refusalActionStrings };
import type { SyncRefusal } from "../../sync/refusals.ts";

/** The sentence a person reads when a change was refused. */
export function refusalText({ code, details }: SyncRefusal): string {
  return refusalStrings[code](details);
}
