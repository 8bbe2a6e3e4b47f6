import type { Comment } from "@kanban/domain/entities";
import type { ActivityLine } from "../activity/activity-words.ts";

export type StreamFilter = "all" | "comments" | "activity";

export type StreamEntry =
  | { kind: "comment"; id: string; at: string; comment: Comment }
  | { kind: "activity"; id: string; at: string; line: ActivityLine };

/** Comments and history as one list, the latest first; at the same moment what was said stands above what was done. */
export function streamEntries(
  comments: readonly Comment[],
  lines: readonly ActivityLine[],
  filter: StreamFilter,
): StreamEntry[] {
  const said: StreamEntry[] = comments.map((comment) => ({
    kind: "comment",
    id: comment.id,
    at: comment.createdAt,
    comment,
  }));
  const done: StreamEntry[] = lines.map((line) => ({ kind: "activity", id: line.id, at: line.at, line }));
  const shown =
    filter === "comments" ? said.toReversed() : filter === "activity" ? done : [...said.toReversed(), ...done];
  return shown.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
}
