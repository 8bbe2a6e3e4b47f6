import type { BoardView } from "@kanban/domain/board-view";
import type { ChecklistItem, Context, Project, Tag, TaskDetail } from "@kanban/domain/entities";
import type { TaskId, UserId } from "@kanban/domain/ids";
import type { ReplayedEvent } from "@kanban/demo/replay-timeline";
import type { Actor } from "@kanban/events/actor";
import type { ApiTx } from "../context.ts";
import { cardsOf, columnRows, eventRows, taskRows, transitionRows } from "./demo-rows.ts";

/** Writes a replayed board, its people, labels, tasks and whole history, in a dozen statements. */
export async function insertReplayedBoard(
  tx: ApiTx,
  { view, events }: { view: BoardView; events: readonly ReplayedEvent[] },
  actor: Actor,
  createdAt: Date,
): Promise<void> {
  const boardId = view.board.id;
  const cards = cardsOf(view);
  await tx.board.create({
    data: { ...view.board, seq: BigInt(events.length), nextNumber: cards.length + 1, createdAt },
  });
  await tx.boardMember.create({ data: { boardId, userId: actor.userId, role: "owner" } });
  await tx.context.createMany({ data: Object.values<Context>(view.contexts).map((row) => ({ ...row, boardId })) });
  await tx.tag.createMany({ data: Object.values<Tag>(view.tags).map((row) => ({ ...row, boardId })) });
  await tx.project.createMany({ data: Object.values<Project>(view.projects).map((row) => ({ ...row, boardId })) });
  await tx.column.createMany({ data: columnRows(view) });
  await tx.task.createMany({ data: taskRows(view, events) });
  const labels = cards.map((card) => ({ ...card, taskId: card.id, boardId }));
  await tx.taskTag.createMany({
    data: labels.flatMap(({ taskId, tagIds }) => tagIds.map((tagId) => ({ taskId, tagId, boardId }))),
  });
  await tx.taskContext.createMany({
    data: labels.flatMap(({ taskId, contextIds }) => contextIds.map((contextId) => ({ taskId, contextId, boardId }))),
  });
  const details = Object.entries<TaskDetail>(view.details) as [TaskId, TaskDetail][];
  await tx.checklistItem.createMany({
    data: details.flatMap(([taskId, { checklist }]) =>
      checklist.map((item: ChecklistItem) => ({ ...item, taskId, boardId })),
    ),
  });
  await tx.taskTransition.createMany({ data: transitionRows(view, events) });
  await tx.eventLog.createMany({ data: eventRows(view, events, actor) });
}

/** True when this person has a sample board, in the trash or not. */
export async function hasDemoBoard(tx: ApiTx, userId: UserId): Promise<boolean> {
  return (await tx.board.count({ where: { isDemo: true, members: { some: { userId } } } })) > 0;
}
