import { addressesIn } from "@kanban/domain/addresses-in";
import { limits } from "@kanban/domain/limits";

/** The first web address of a text as it stands there; `null` when there is none a page could be read from. */
export function findLink(text: string): string | null {
  for (const url of addressesIn(text)) if (url.length <= limits.hintText) return url;
  return null;
}
