import type { ChangePayload } from "@kanban/domain/change";
import type { HandlerContext } from "../handler.ts";
import { patchTask, putTasks, type TaskPatch, type TextOrigin } from "./task-projection.repository.ts";

/*
 * The projection follows the events of a board in its order; each row remembers the seq it stands at, so that a
 * second delivery or a replay of everything leaves it as it is. Labels lie in the order of their ids, as a snapshot tells
 * them.
 */

/** A task came onto the board: new, or back from the archive or the trash. */
export async function projectTaskWhole(
  { tx, envelope, boardSeq }: HandlerContext,
  { card, kind, notes }: Pick<ChangePayload<"task.created">, "card" | "kind" | "notes">,
): Promise<void> {
  const task = {
    taskId: card.id,
    boardId: envelope.boardId,
    boardSeq,
    version: card.version,
    kind,
    title: card.title,
    notes,
    dueAt: card.dueAt,
    capturedAt: card.capturedAt,
    startedAt: card.startedAt,
    finishedAt: card.finishedAt,
    goneAt: null,
    archivedAt: null,
    tagIds: card.tagIds.toSorted(),
    contextIds: card.contextIds.toSorted(),
    projectId: card.projectId,
    // Coming back, its labels are what somebody wants it to have.
    hintedIds: [],
    estimateMinutes: card.estimateMinutes,
    text: originOf(envelope, card.version),
  };
  await putTasks(tx, [task], { ofSnapshot: false });
}

/** Fields changed. Another field than the text leaves the text its author and moment. */
export async function projectTaskUpdate(
  { tx, envelope, boardSeq }: HandlerContext,
  { taskId, version, before, after }: ChangePayload<"task.updated">,
): Promise<void> {
  const { title, notes, dueAt, tagIds, contextIds, projectId, estimateMinutes } = after;
  await patchTask(
    tx,
    { taskId, boardSeq, version },
    {
      ...(title !== undefined && { title }),
      ...(notes !== undefined && { notes }),
      ...(dueAt !== undefined && { dueAt }),
      ...(tagIds !== undefined && { tagIds: tagIds.toSorted() }),
      ...(contextIds !== undefined && { contextIds: contextIds.toSorted() }),
      ...(projectId !== undefined && { projectId }),
      ...(estimateMinutes !== undefined && { estimateMinutes }),
      ...labelsOf(before, after, envelope.actor.means === "hint"),
      ...((title ?? notes) !== undefined && { text: originOf(envelope, version) }),
    },
  );
}

export async function projectTaskMove(
  { tx, boardSeq }: HandlerContext,
  { taskId, version, to, after }: ChangePayload<"task.moved">,
): Promise<void> {
  const { startedAt, finishedAt, contextIds } = after;
  await patchTask(
    tx,
    { taskId, boardSeq, version },
    { kind: to.kind, startedAt, finishedAt, contextIds: contextIds.toSorted() },
  );
}

/** Off the board, into the archive or the trash. */
export async function projectTaskGone(
  { tx, boardSeq }: HandlerContext,
  { taskId, version }: { taskId: string; version: number },
  { goneAt, archivedAt }: { goneAt: string; archivedAt: string | null },
): Promise<void> {
  await patchTask(tx, { taskId, boardSeq, version }, { goneAt, archivedAt });
}

/** The labels an update moved, of all kinds together. */
function labelsOf(
  before: ChangePayload<"task.updated">["before"],
  after: ChangePayload<"task.updated">["after"],
  byHint: boolean,
): Pick<TaskPatch, "labels"> {
  if (after.tagIds === undefined && after.contextIds === undefined && after.projectId === undefined) return {};
  const all = ({ tagIds = [], contextIds = [], projectId }: typeof before) => [
    ...tagIds,
    ...contextIds,
    ...(projectId ? [projectId] : []),
  ];
  return { labels: { before: all(before), after: all(after), byHint } };
}

function originOf(
  { id, actor, occurredAt, correlationId, depth }: HandlerContext["envelope"],
  version: number,
): TextOrigin {
  return { version, author: actor, writtenAt: occurredAt, eventId: id, correlationId, depth };
}
