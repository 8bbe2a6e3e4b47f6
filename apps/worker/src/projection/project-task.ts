import type { ChangePayload } from "@kanban/domain/change";
import type { HandlerContext } from "../handler.ts";
import { patchTask, putTask, type TextOrigin } from "./task-projection.repository.ts";

/*
 * The projection follows the events of a board in its order; each row remembers the seq it stands at, so that a
 * second delivery or a replay of everything leaves it as it is.
 */

/** A task came onto the board: new, or back from the archive or the trash. */
export async function projectTaskWhole(
  { tx, envelope, boardSeq }: HandlerContext,
  { card, kind, notes }: Pick<ChangePayload<"task.created">, "card" | "kind" | "notes">,
): Promise<void> {
  await putTask(tx, {
    taskId: card.id,
    boardId: envelope.boardId,
    boardSeq,
    version: card.version,
    kind,
    title: card.title,
    notes,
    dueAt: card.dueAt,
    finishedAt: card.finishedAt,
    text: originOf(envelope, card.version),
  });
}

/** Fields changed. Another field than the text leaves the text its author and moment. */
export async function projectTaskUpdate(
  { tx, envelope, boardSeq }: HandlerContext,
  { taskId, version, after: { title, notes, dueAt } }: ChangePayload<"task.updated">,
): Promise<void> {
  await patchTask(
    tx,
    { taskId, boardSeq, version },
    {
      ...(title !== undefined && { title }),
      ...(notes !== undefined && { notes }),
      ...(dueAt !== undefined && { dueAt }),
      ...((title ?? notes) !== undefined && { text: originOf(envelope, version) }),
    },
  );
}

export async function projectTaskMove(
  { tx, boardSeq }: HandlerContext,
  { taskId, version, to, after }: ChangePayload<"task.moved">,
): Promise<void> {
  await patchTask(tx, { taskId, boardSeq, version }, { kind: to.kind, finishedAt: after.finishedAt });
}

export async function projectTaskGone(
  { tx, boardSeq }: HandlerContext,
  { taskId, version }: { taskId: string; version: number },
  goneAt: string,
): Promise<void> {
  await patchTask(tx, { taskId, boardSeq, version }, { goneAt });
}

function originOf(
  { id, actor, occurredAt, correlationId, depth }: HandlerContext["envelope"],
  version: number,
): TextOrigin {
  return { version, author: actor, writtenAt: occurredAt, eventId: id, correlationId, depth };
}
