import type { BoardEvent, MutationAnswer } from "@kanban/domain/board-event";
import type { BoardId, MutationId } from "@kanban/domain/ids";
import type { DeviceStorage } from "./device-storage.ts";
import { withDiskPatience } from "./disk-patience.ts";
import { rebaseNotes } from "./rebase-notes.ts";
import { boardOf, byAge, idOf, type PendingMutation, type QueuedMutation, settlementOf } from "./pending.ts";
import type { Timers } from "./timers.ts";

export type Outbox = {
  /** Shows at once, stores after; the answer says when it is on disk (or that the disk refused it). */
  append(pending: PendingMutation): Promise<void>;
  /** Takes over what another tab has queued; false when it is known, or done already. */
  adopt(pending: PendingMutation): boolean;
  /** Takes over what the disk holds: from before a reload, or of a tab that crashed. Never rejects. */
  restore(): Promise<void>;
  /** The server has answered: off the disk, but replayed until `settle` says the confirmed state holds it. */
  answer(id: MutationId, answer: MutationAnswer): void;
  /**
   * Another tab has seen its end, and no longer knows which: settled by the next read of its board, which is answered;
   * null when there is nothing to settle.
   */
  finish(id: MutationId): BoardId | null;
  /** Whether this tab has seen the end of it. */
  isDone(id: MutationId): boolean;
  /** An event of a change in here has come: what was written over that change follows it. */
  follow(boardId: BoardId, event: BoardEvent): void;
  /** Confirmed, refused or answered with no one looking: gone for good. */
  settle(id: MutationId): void;
  /** Everything of a board that is not settled, oldest first; the same array until it changes. */
  of(boardId: BoardId): readonly QueuedMutation[];
  has(id: MutationId): boolean;
  /** The oldest of a board that has no answer yet: the next to send. */
  next(boardId: BoardId): QueuedMutation | null;
  /** Boards with something to send. */
  boards(): BoardId[];
  /** How many wait for an answer. */
  queued(): number;
  /** Resolves when everything asked for until now is on disk, or the disk has refused it. */
  written(): Promise<void>;
  /** Forgets everything, in memory and on disk; a disk that hangs is not waited for. */
  clear(): Promise<void>;
};

const none: readonly QueuedMutation[] = [];

/**
 * The queue of one user's changes, in memory first and on disk behind it, kept equal across tabs by the engine. What is
 * taken over from the disk may have ended already: told to `onRestored`, for other tabs to say so.
 */
export function createOutbox(
  storage: DeviceStorage,
  onChange: (boardId: BoardId) => void,
  onRestored: (ids: readonly MutationId[]) => void,
  timers: Pick<Timers, "wait">,
): Outbox {
  const byBoard = new Map<BoardId, readonly QueuedMutation[]>();
  const boardOfId = new Map<MutationId, BoardId>();
  // Finished in this tab's lifetime: a slow read of the disk or a late message must not bring them back.
  const done = new Set<MutationId>();
  // One write at a time, so that what is on disk is always a beginning of what was asked, and a removal is the last word.
  let writes: Promise<void> = Promise.resolve();
  let isClosed = false;

  const write = (work: () => Promise<void>): Promise<void> => {
    writes = writes.then(() => (isClosed ? undefined : work())).catch(() => undefined);
    return writes;
  };

  const store = (pending: PendingMutation) =>
    write(async () => {
      if (!done.has(idOf(pending))) await storage.putPending(pending);
    });

  const put = (boardId: BoardId, queue: readonly QueuedMutation[]) => {
    if (queue.length > 0) byBoard.set(boardId, queue);
    else byBoard.delete(boardId);
    onChange(boardId);
  };

  const add = (pending: PendingMutation, stored: Promise<void>) => {
    const boardId = boardOf(pending);
    boardOfId.set(idOf(pending), boardId);
    put(boardId, [...(byBoard.get(boardId) ?? none), { ...pending, answer: null, stored }].sort(byAge));
  };

  const remove = (id: MutationId) => {
    const boardId = boardOfId.get(id);
    if (!boardId) return;
    boardOfId.delete(id);
    put(
      boardId,
      (byBoard.get(boardId) ?? none).filter((pending) => idOf(pending) !== id),
    );
  };

  const end = (boardId: BoardId, id: MutationId, answer: QueuedMutation["answer"]) => {
    const queue = byBoard.get(boardId) ?? none;
    put(
      boardId,
      queue.map((pending) => (idOf(pending) === id ? { ...pending, answer } : pending)),
    );
  };

  const removeFromDisk = (id: MutationId) => {
    done.add(id);
    void write(() => storage.removePending(id));
  };

  const adopt = (pending: PendingMutation): boolean => {
    const id = idOf(pending);
    if (done.has(id) || boardOfId.has(id)) return false;
    add(pending, Promise.resolve());
    return true;
  };

  const follow = (boardId: BoardId, event: BoardEvent) => {
    if (!boardOfId.has(event.mutationId)) return;
    const queue = byBoard.get(boardId) ?? none;
    const rebased = new Map(rebaseNotes(queue, event).map((pending) => [idOf(pending), pending]));
    if (rebased.size === 0) return;
    put(
      boardId,
      queue.map((pending) => {
        const next = rebased.get(idOf(pending));
        if (!next) return pending;
        return { ...next, answer: null, stored: store(next) };
      }),
    );
  };

  return {
    append(pending) {
      const stored = store(pending);
      add(pending, stored);
      return stored;
    },

    adopt,

    async restore() {
      const stored = await storage.loadPending().catch(() => []);
      if (isClosed) return;
      // A removal the disk refused.
      for (const pending of stored) if (done.has(idOf(pending))) removeFromDisk(idOf(pending));
      const adopted = stored.filter(adopt).map(idOf);
      if (adopted.length > 0) onRestored(adopted);
    },

    answer(id, answer) {
      const boardId = boardOfId.get(id);
      removeFromDisk(id);
      if (!boardId) return;
      for (const event of answer.events) follow(boardId, event);
      end(boardId, id, settlementOf(answer));
    },

    finish(id) {
      const boardId = boardOfId.get(id);
      removeFromDisk(id);
      if (boardId) end(boardId, id, { epoch: "", lastSeq: null });
      return boardId ?? null;
    },

    isDone: (id) => done.has(id),

    follow,

    settle(id) {
      removeFromDisk(id);
      remove(id);
    },

    of: (boardId) => byBoard.get(boardId) ?? none,
    has: (id) => boardOfId.has(id),
    next: (boardId) => (byBoard.get(boardId) ?? none).find((pending) => !pending.answer) ?? null,
    boards: () =>
      [...byBoard].filter(([, queue]) => queue.some((pending) => !pending.answer)).map(([boardId]) => boardId),
    queued: () => [...byBoard.values()].flat().filter((pending) => !pending.answer).length,

    written: () => writes,

    async clear() {
      isClosed = true;
      await withDiskPatience(writes, timers);
      const boards = [...byBoard.keys()];
      byBoard.clear();
      boardOfId.clear();
      for (const boardId of boards) onChange(boardId);
      const cleared = storage.clear().catch(() => undefined);
      await withDiskPatience(cleared, timers);
    },
  };
}
