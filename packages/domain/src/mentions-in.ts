import type { Member } from "./entities.ts";
import type { UserId } from "./ids.ts";

/**
 * The members a text names as `@Name`, whatever the case, sorted by id. The longest name that fits counts, so that
 * `@Ada King` does not also call Ada; of two people of one name both are called.
 */
export function mentionsIn(text: string, members: readonly Pick<Member, "userId" | "name">[]): UserId[] {
  const folded = text.toLowerCase();
  const byLength = members
    .map(({ userId, name }) => ({ userId, name: name.trim().toLowerCase() }))
    .filter(({ name }) => name !== "");
  const found = new Set<UserId>();
  for (const { index } of folded.matchAll(/(?<![\p{L}\p{N}_@])@/gu)) {
    const rest = folded.slice(index + 1);
    const fitting = byLength.filter(
      ({ name }) => rest.startsWith(name) && !/^[\p{L}\p{N}_]/u.test(rest.slice(name.length)),
    );
    const longest = Math.max(0, ...fitting.map(({ name }) => name.length));
    for (const { userId, name } of fitting) if (name.length === longest) found.add(userId);
  }
  return [...found].sort();
}
