import type { ChangeOf, OverrodeWip } from "./change.ts";
import type { Column, TaskCard } from "./entities.ts";
import type { Instant } from "./moment.ts";
import type { Rank } from "./rank.ts";

/** The task leaves the board for the archive, there `asReference` or just done with. The event carries its card as it was. */
export function planTaskArchive(card: TaskCard, now: Instant, asReference = false): ChangeOf<"task.archived"> {
  const payload = { taskId: card.id, version: card.version + 1, card, archivedAt: now };
  return { type: "task.archived", payload: asReference ? { ...payload, asReference } : payload };
}

/** The task leaves the board for the trash. The event carries its card as it was. */
export function planTaskRemove(card: TaskCard, now: Instant): ChangeOf<"task.removed"> {
  return { type: "task.removed", payload: { taskId: card.id, version: card.version + 1, card, deletedAt: now } };
}

/** The task comes back to the column it left, at `rank`; its flow dates stay as they were. */
export function planTaskRestore(asked: {
  card: TaskCard;
  notes: string;
  column: Column;
  rank: Rank;
  from: "archive" | "trash";
  wasReference?: boolean;
  overrodeWip: OverrodeWip;
}): ChangeOf<"task.restored"> {
  const version = asked.card.version + 1;
  const card = { ...asked.card, columnId: asked.column.id, rank: asked.rank, version };
  const { notes, column, from, wasReference, overrodeWip } = asked;
  const payload = { taskId: card.id, version, card, kind: column.kind, notes, from, overrodeWip };
  return { type: "task.restored", payload: wasReference ? { ...payload, wasReference } : payload };
}
