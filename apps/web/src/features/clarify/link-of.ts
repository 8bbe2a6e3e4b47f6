import { addressesIn } from "@kanban/domain/addresses-in";
import type { Hint, TaskDetail } from "@kanban/domain/entities";

/**
 * The page an item leads to, by the name an agent found for it, else by its address. Links in the text stand there. A title
 * that was cut in the middle of an address ends in “…”; the whole address stands in the notes, and without it there is none.
 */
export function linkOf(
  title: string,
  { hints, notes }: Pick<TaskDetail, "hints" | "notes">,
): { url: string; name: string } | null {
  const page = hints.find(({ value }: Hint) => value.kind === "link")?.value;
  if (page?.kind === "link") return { url: page.url, name: [page.title, page.site].filter(Boolean).join(" · ") };
  const [inTitle] = addressesIn(title);
  if (inTitle === undefined) return null;
  const behind = title.slice(title.indexOf(inTitle) + inTitle.length);
  const isCut = /^\S*…$/u.test(behind);
  const url = isCut ? [...addressesIn(notes)].find((whole) => whole.startsWith(inTitle)) : inTitle;
  return url ? { url, name: url.replace(/^https?:\/\/(?:www\.)?/u, "") } : null;
}
