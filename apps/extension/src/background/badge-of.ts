import { extensionStrings as strings } from "../extension.strings.ts";
import type { Item } from "../queue/item.ts";

export type Badge = { text: string; tone: "waiting" | "trouble"; title: string | null };

/** What stands on the icon: how many captures are kept here, in another colour when they wait for a person. */
export function badgeOf(items: readonly Item[], isRevoked: boolean): Badge {
  const refused = items.filter(({ refusal }) => refusal !== null).length;
  const tone = refused > 0 || isRevoked ? "trouble" : "waiting";
  if (items.length === 0) return { text: isRevoked ? "!" : "", tone, title: isRevoked ? strings.badge.revoked : null };
  const title = refused > 0 ? strings.badge.refused(refused) : strings.badge.waiting(items.length);
  return {
    text: items.length > 99 ? "99+" : String(items.length),
    tone,
    title: isRevoked ? strings.badge.revoked : title,
  };
}
