import { applyChange } from "@kanban/domain/apply-change";
import type { BoardEvent } from "@kanban/domain/board-event";
import type { BoardView } from "@kanban/domain/board-view";
import { isChangeType } from "@kanban/domain/known-change";
import type { BoardId, TaskId } from "@kanban/domain/ids";
import { backoffMs } from "./backoff.ts";
import type { BoardStore } from "./board-store.ts";
import type { DetailState } from "./sync-engine-types.ts";
import type { Timers } from "./timers.ts";
import type { SyncTransport, TaskBodies } from "./transport.ts";

export type TaskBodiesStore = {
  /** Loads a task's bodies and keeps them current until released. */
  open(taskId: TaskId): () => void;
  state(taskId: TaskId): DetailState;
  retry(taskId: TaskId): void;
  /** The confirmed state was replaced by a snapshot, which carries no bodies. */
  reset(): void;
  /** The board has changed: a task asked for may have been created by now. */
  boardChanged(): void;
};

type Watched = { watchers: number; status: DetailState["status"]; isReading: boolean; isPlaced: boolean };

/**
 * The bodies of one board's opened tasks, kept inside its confirmed state: read once, then changed by events like the
 * rest. A read and the events overtake each other; the seq of the read says which events it holds already.
 */
export function createTaskBodies(
  boardId: BoardId,
  deps: { store: BoardStore; transport: Pick<SyncTransport, "task">; timers: Timers; onChange(): void },
): TaskBodiesStore {
  const { store, timers } = deps;
  const watched = new Map<TaskId, Watched>();
  const states = new Map<TaskId, DetailState>();

  /** False when it has to be read again. */
  const place = async (taskId: TaskId, bodies: TaskBodies): Promise<boolean> => {
    const base = store.confirmed();
    if (!base || base.epoch !== bodies.epoch || bodies.seq > base.seq) await store.catchUp();
    const now = store.confirmed();
    if (!now) return false;
    const detail = bringUpToDate(now, taskId, bodies, store.recent());
    if (!detail) return false;
    store.amend((view) => ({ ...view, details: { ...view.details, [taskId]: detail } }));
    return true;
  };

  const read = async (taskId: TaskId, entry: Watched) => {
    if (entry.isReading || entry.isPlaced) return;
    // Asked for but not created yet: nobody to ask. `boardChanged` comes back here.
    if (isOnlyPending(store, taskId)) return;
    entry.isReading = true;
    let failures = 0;
    while (watched.get(taskId) === entry && !entry.isPlaced) {
      const answer = await deps.transport.task(boardId, taskId);
      if (answer.outcome === "read") entry.isPlaced = await place(taskId, answer.value);
      if (entry.isPlaced) break;
      failures += 1;
      if (answer.outcome === "missing" || answer.outcome === "signed-out") {
        setStatus(entry, answer.outcome === "missing" ? "missing" : "error");
        break;
      }
      if (answer.outcome === "unavailable") setStatus(entry, "error");
      await timers.wait(backoffMs(failures, timers));
    }
    entry.isReading = false;
    if (entry.isPlaced) setStatus(entry, "ready");
  };

  const setStatus = (entry: Watched, status: DetailState["status"]) => {
    entry.status = status;
    deps.onChange();
  };

  return {
    open(taskId) {
      const isKnown = store.confirmed()?.details[taskId] !== undefined;
      const entry: Watched = watched.get(taskId) ?? {
        watchers: 0,
        status: "loading",
        isReading: false,
        isPlaced: isKnown,
      };
      entry.watchers += 1;
      watched.set(taskId, entry);
      void read(taskId, entry);
      return () => {
        entry.watchers -= 1;
        if (entry.watchers === 0 && watched.get(taskId) === entry) watched.delete(taskId);
      };
    },
    state(taskId) {
      const detail = store.state().view?.details[taskId] ?? null;
      const status = detail ? "ready" : (watched.get(taskId)?.status ?? "loading");
      const last = states.get(taskId);
      if (last && last.detail === detail && last.status === status) return last;
      const next: DetailState = { status, detail };
      states.set(taskId, next);
      return next;
    },
    retry(taskId) {
      const entry = watched.get(taskId);
      if (!entry) return;
      setStatus(entry, "loading");
      void read(taskId, entry);
    },
    reset() {
      store.amend((view) => ({ ...view, details: pickDetails(view, watched) }));
      for (const [taskId, entry] of watched) {
        entry.isPlaced = false;
        void read(taskId, entry);
      }
    },
    boardChanged() {
      for (const [taskId, entry] of watched) {
        if (!entry.isReading && !entry.isPlaced && entry.status === "loading") void read(taskId, entry);
      }
    },
  };
}

function isOnlyPending(store: BoardStore, taskId: TaskId): boolean {
  const confirmed = store.confirmed();
  return !confirmed || (!(taskId in confirmed.tasks) && taskId in (store.state().view?.tasks ?? {}));
}

function pickDetails(view: BoardView, watched: ReadonlyMap<TaskId, Watched>): BoardView["details"] {
  return Object.fromEntries(Object.entries(view.details).filter(([taskId]) => watched.has(taskId as TaskId)));
}

/** The bodies as of `view`, or null when the events between are not known any more. */
function bringUpToDate(view: BoardView, taskId: TaskId, bodies: TaskBodies, recent: readonly BoardEvent[]) {
  if (view.epoch !== bodies.epoch || bodies.seq > view.seq) return null;
  const later = recent.filter((event) => event.seq > bodies.seq);
  if (later.length < view.seq - bodies.seq) return null;
  const opened: BoardView = { ...view, details: { [taskId]: bodies.detail } };
  const current = later.reduce((at, { change }) => (isChangeType(change.type) ? applyChange(at, change) : at), opened);
  return current.details[taskId] ?? null;
}
