import { afterLoad } from "../../lazy/after-load.ts";
import { lazyModule } from "../../lazy/lazy-module.ts";
import type { SyncRefusal } from "../../sync/refusals.ts";
import type * as Texts from "./refusal-text.ts";

const texts = lazyModule(() => import("./refusal-text.ts"));

/** Says a refusal in words, which are fetched apart from the board: most days nothing is refused. */
export function withRefusalText(
  refusal: SyncRefusal,
  say: (text: string, words: typeof Texts.refusalActionStrings) => void,
): void {
  afterLoad(texts, ({ refusalText, refusalActionStrings }) => say(refusalText(refusal), refusalActionStrings));
}
