import type { BoardDelta, BoardEvent, MutationAnswer } from "@kanban/domain/board-event";
import type { BoardSnapshot, BoardView } from "@kanban/domain/board-view";
import type { Change } from "@kanban/domain/change";
import { remember } from "@kanban/domain/history";
import type { AttachmentId, BoardId, MutationId, TaskId, UserId } from "@kanban/domain/ids";
import type { Mutation } from "@kanban/domain/mutations";
import { planAttachmentCreate } from "@kanban/domain/plan-attachment";
import { planMutation } from "@kanban/domain/plan-mutation";
import { DomainError } from "@kanban/domain/refusal";
import { applyWithBodies } from "../apply-with-bodies.ts";
import type { BoardCursor, SendOutcome, StreamMessage, TaskBodies } from "../transport.ts";
import { modelBoard, modelId, modelUser, otherUser } from "./model-board.ts";

/** Behind this the model server answers `reset`, so that tests meet it often. */
const deltaEvents = 8;

type Moment = { view: BoardView; log: BoardEvent[]; answers: Map<MutationId, MutationAnswer> };

/** One board as the server keeps it: the planners of the domain, a clock, an event log and the answers given. */
export function createModelServer(boardId: BoardId, now: () => number) {
  let epochs = 0;
  let numbers = 0;
  let moment: Moment = { view: modelBoard(boardId), log: [], answers: new Map() };
  let isMember = true;
  let isSignedIn = true;
  let isBroken = false;
  const listeners = new Set<() => void>();
  /** Mutation ids in the order they first had an effect or were found to have none. */
  const executed: MutationId[] = [];
  const refused = new Set<MutationId>();

  const write = (change: Change, mutationId: MutationId, userId: UserId): BoardEvent => {
    const seq = moment.view.seq + 1;
    const numbered = change.type === "task.created" ? withNumber(change, (numbers += 1)) : change;
    moment.view = { ...remember(applyWithBodies(moment.view, numbered), mutationId, [numbered]), seq };
    const event: BoardEvent = {
      seq,
      id: modelId(7, seq),
      mutationId,
      actor: { userId, means: "hand" },
      at: new Date(now()).toISOString(),
      change: numbered,
    };
    moment.log = [...moment.log, event];
    return event;
  };

  return {
    view: () => moment.view,
    log: () => moment.log,
    executed: () => executed,
    refused: () => refused,
    listen(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setMember(value: boolean) {
      isMember = value;
      for (const listener of listeners) listener();
    },
    setSignedIn(value: boolean) {
      isSignedIn = value;
    },
    isSignedIn: () => isSignedIn,
    /** It fails on every change, as a server does that has met a defect. */
    setBroken(value: boolean) {
      isBroken = value;
    },

    execute({ ...mutation }: Mutation, userId: UserId = modelUser): SendOutcome {
      const { mutationId } = mutation.input;
      if (!isSignedIn && userId === modelUser) return { outcome: "signed-out" };
      if (isBroken && userId === modelUser)
        return { outcome: "unavailable", reason: "defect", retryAfterMs: null, isDefect: true };
      if (!isMember && userId === modelUser) {
        refused.add(mutationId);
        return { outcome: "refused", refusal: { code: "BOARD_NOT_FOUND", details: {} } };
      }
      const known = moment.answers.get(mutationId);
      if (known) return { outcome: "answered", answer: known };
      try {
        const changes = planMutation({ ...moment.view, userId }, mutation, new Date(now()).toISOString());
        const events = changes.map((change) => write(change, mutationId, userId));
        const answer: MutationAnswer = { boardId, epoch: moment.view.epoch, events };
        moment.answers = new Map(moment.answers).set(mutationId, answer);
        executed.push(mutationId);
        if (events.length > 0) for (const listener of listeners) listener();
        return { outcome: "answered", answer };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refused.add(mutationId);
        return { outcome: "refused", refusal: { code: error.code, details: error.details } };
      }
    },

    /** Somebody else uploads an image to a task, which comes by HTTP and not as a mutation. */
    upload(which: number, id: AttachmentId, mutationId: MutationId): void {
      const tasks = Object.values(moment.view.tasks);
      const task = tasks[which % Math.max(1, tasks.length)];
      if (!task) return;
      const image = { type: "image/png", size: 9, sha256: "", preview: "ready" as const, width: 4, height: 3 };
      const sent = { uploadedBy: otherUser, createdAt: new Date(now()).toISOString(), removedAt: null };
      write(planAttachmentCreate(task, { id, name: "Plan.png", ...image, ...sent }), mutationId, otherUser);
      for (const listener of listeners) listener();
    },

    /** The database is restored to `keep` events ago: what came after never happened, and every seq is void. */
    restore(earlier: { view: BoardView; log: BoardEvent[] }) {
      epochs += 1;
      const kept = new Set(earlier.log.map((event) => event.mutationId));
      const answers = new Map([...moment.answers].filter(([id]) => kept.has(id)));
      moment = { view: { ...earlier.view, epoch: modelId(9, epochs) }, log: earlier.log, answers };
      for (const listener of listeners) listener();
    },

    snapshot(): BoardSnapshot | null {
      if (!isMember) return null;
      const { details: _bodies, gone: _gone, history: _history, ...view } = moment.view;
      return {
        ...view,
        columns: Object.values(view.columns),
        tasks: Object.values(view.tasks),
        tags: Object.values(view.tags),
        contexts: Object.values(view.contexts),
        projects: Object.values(view.projects),
        links: Object.values(view.links),
        views: Object.values(view.views),
        members: Object.values(view.members),
      };
    },

    delta({ since, epoch }: BoardCursor): BoardDelta | null {
      if (!isMember) return null;
      const { view, log } = moment;
      const reset: BoardDelta = { outcome: "reset", epoch: view.epoch, seq: view.seq };
      if (epoch !== view.epoch || since > view.seq || view.seq - since > deltaEvents) return reset;
      return { outcome: "events", epoch, seq: view.seq, events: log.filter((event) => event.seq > since) };
    },

    task(taskId: TaskId): TaskBodies | null {
      const detail = moment.view.details[taskId];
      return detail && isMember ? { epoch: moment.view.epoch, seq: moment.view.seq, detail } : null;
    },

    /** What a stream tells next to somebody who is at `cursor`, and where they are then. */
    tell(cursor: BoardCursor): { message: StreamMessage; cursor: BoardCursor } | null {
      if (!isMember) return { message: { kind: "gone", boardId }, cursor };
      const { epoch, seq } = moment.view;
      const next = { boardId, since: seq, epoch };
      const delta = this.delta(cursor);
      if (delta?.outcome !== "events") return { message: { kind: "reset", boardId }, cursor: next };
      return delta.events.length > 0
        ? { message: { kind: "delta", boardId, epoch, events: delta.events }, cursor: next }
        : null;
    },
  };
}

export type ModelServer = ReturnType<typeof createModelServer>;

function withNumber(change: Extract<Change, { type: "task.created" }>, number: number): Change {
  return { ...change, payload: { ...change.payload, card: { ...change.payload.card, number } } };
}
