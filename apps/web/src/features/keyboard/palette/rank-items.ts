import { matchText, type Range } from "./fuzzy.ts";
import type { PaletteItem } from "./palette-item.ts";

export type RankedItem = { item: PaletteItem; ranges: readonly Range[]; group: string | null };

/** More than anybody reads; the next letter makes it fewer. */
const mostFound = 50;
const recentShown = 4;
const recentBonus = 15;
const aliasCost = 40;

/**
 * What the palette shows. Nothing typed: everything under its heading, the recent ones under theirs, first of all but for
 * what can be done to the task in hand. Something typed: what it finds, best first.
 */
export function rankItems(
  items: readonly PaletteItem[],
  query: string,
  { recent, recentGroup, firstGroup }: { recent: readonly string[]; recentGroup: string; firstGroup: string | null },
): RankedItem[] {
  if (query.trim() === "") {
    const shown = items.filter(({ onlyFound, group }) => !onlyFound || group === firstGroup);
    const inHand = shown.filter(({ group }) => group === firstGroup);
    const others = items.filter(({ group }) => group !== firstGroup);
    const used = recent.flatMap((key) => others.find((item) => item.key === key) ?? []).slice(0, recentShown);
    const rest = shown.filter((item) => !inHand.includes(item) && !used.includes(item));
    const under = (list: readonly PaletteItem[], group?: string) =>
      list.map((item) => ({ item, ranges: [], group: group ?? item.group }));
    return [...under(inHand), ...under(used, recentGroup), ...under(rest)];
  }
  return items
    .flatMap((item) => {
      const byTitle = matchText(item.title, query, { loose: !item.isSentence });
      const byNote = byTitle || !item.note ? null : matchText(item.note, query);
      const byAlias = byTitle || byNote || !item.aliases ? null : matchText(item.aliases, query);
      const match = byTitle ?? byNote ?? byAlias;
      if (!match) return [];
      const place = recent.indexOf(item.key);
      const score =
        match.score - (byTitle ? 0 : byNote ? 10 : aliasCost) + (place < 0 ? 0 : recentBonus - Math.min(place, 10));
      return [{ item, ranges: byTitle?.ranges ?? [], group: null, score }];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostFound);
}
