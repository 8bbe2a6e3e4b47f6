import type { Member } from "@kanban/domain/entities";

/** The name that is being written after an `@` right before the caret; `null` where none is. */
export function mentionQuery(text: string, caret: number): { start: number; query: string } | null {
  const before = text.slice(0, caret);
  const match = /(?<![\p{L}\p{N}_@])@([\p{L}\p{N}_.'-]{0,30})$/u.exec(before);
  return match ? { start: match.index, query: match[1] ?? "" } : null;
}

/** The members a query may mean: one of their names begins with it. */
export function membersFor(members: readonly Member[], query: string): Member[] {
  const wanted = query.toLowerCase();
  return members
    .filter(({ name }) =>
      name
        .toLowerCase()
        .split(/\s+/u)
        .some((word) => word.startsWith(wanted)),
    )
    .sort((a, b) => a.name.localeCompare(b.name))
    .slice(0, 6);
}
