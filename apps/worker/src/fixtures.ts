import type { Change } from "@kanban/domain/change";
import { type TaskCard, taskCardSchema } from "@kanban/domain/entities";
import { type Envelope, envelopeSchema } from "@kanban/events/envelope";
import { randomUUID } from "node:crypto";

/** Events as the API would write them, for tests. */

const boardId = "018f0000-0000-7000-8000-00000000000b";
const columnId = "018f0000-0000-7000-8000-00000000000c";
export const userId = "018f0000-0000-7000-8000-00000000000d";
export const taskId = "018f0000-0000-7000-8000-00000000000e";
/** A Wednesday morning. */
const wednesday = "2026-03-04T10:00:00.000Z";

export function cardOf(changes: { [Field in keyof TaskCard]?: unknown } = {}): TaskCard {
  return taskCardSchema.parse({
    id: taskId,
    columnId,
    number: 1,
    title: "call the dentist tomorrow 3pm",
    rank: "a0",
    contextIds: [],
    tagIds: [],
    projectId: null,
    assigneeIds: [],
    priority: "normal",
    estimateMinutes: null,
    energy: null,
    waitingFor: null,
    deferUntil: null,
    dueAt: null,
    needsBreakdown: false,
    source: "web",
    capturedAt: wednesday,
    startedAt: null,
    finishedAt: null,
    enteredColumnAt: wednesday,
    hasNotes: false,
    checklistTotal: 0,
    checklistDone: 0,
    hintCount: 0,
    commentCount: 0,
    version: 1,
    ...changes,
  });
}

export function taskCreated(card: { [Field in keyof TaskCard]?: unknown } = {}, notes = ""): Change {
  return { type: "task.created", payload: { card: cardOf(card), kind: "inbox", notes, overrodeWip: null } };
}

export function titleChanged(title: string, version: number): Change {
  return { type: "task.updated", payload: { taskId: cardOf().id, version, before: { title: "" }, after: { title } } };
}

const flow = { startedAt: null, enteredColumnAt: wednesday, contextIds: [], waitingFor: null };
const open = {
  place: { columnId: cardOf().columnId, kind: "inbox" as const, rank: cardOf().rank },
  flow: { ...flow, finishedAt: null },
};
const finished = {
  place: { ...open.place, kind: "done" as const },
  flow: { ...flow, finishedAt: wednesday },
};

export const taskFinished = (version: number) => moved(version, open, finished);
export const taskReopened = (version: number) => moved(version, finished, open);

function moved(version: number, from: typeof open | typeof finished, to: typeof open | typeof finished): Change {
  return {
    type: "task.moved",
    payload: {
      taskId: cardOf().id,
      version,
      from: from.place,
      to: to.place,
      before: from.flow,
      after: to.flow,
      overrodeWip: null,
    },
  };
}

export function taskArchived(version: number): Change {
  return { type: "task.archived", payload: { taskId: cardOf().id, version, card: cardOf(), archivedAt: wednesday } };
}

export function envelopeOf(
  { type, payload }: { type: string; payload: unknown },
  boardSeq: number,
  changes: { board?: string; occurredAt?: string; timeZone?: string } = {},
): Envelope {
  return envelopeSchema.parse({
    id: randomUUID(),
    type,
    version: 1,
    boardId: changes.board ?? boardId,
    boardSeq,
    actor: { userId, means: "hand", timeZone: changes.timeZone ?? "Europe/Prague" },
    mutationId: randomUUID(),
    causationId: null,
    correlationId: randomUUID(),
    depth: 0,
    occurredAt: changes.occurredAt ?? wednesday,
    payload,
  });
}
