import type { BoardEvent, MutationAnswer } from "@kanban/domain/board-event";
import { type BoardView, viewOfSnapshot } from "@kanban/domain/board-view";
import type { BoardId } from "@kanban/domain/ids";
import { backoffMs } from "./backoff.ts";
import type { ConfirmedCells } from "./confirmed-cell.ts";
import { type Confirmed, confirmEvents } from "./confirm-events.ts";
import type { DeviceStorage } from "./device-storage.ts";
import { withDiskPatience } from "./disk-patience.ts";
import type { LazyRules } from "./lazy-rules.ts";
import type { Outbox } from "./outbox.ts";
import { idOf, type QueuedMutation } from "./pending.ts";
import type { Replayed } from "./replay-pending.ts";
import type { BoardState } from "./sync-engine-types.ts";
import type { Timers } from "./timers.ts";
import type { BoardCursor, SyncTransport } from "./transport.ts";

export type BoardStoreDeps = {
  cells: ConfirmedCells;
  storage: Pick<DeviceStorage, "loadBoard" | "saveBoard" | "removeBoard">;
  outbox: Outbox;
  rules: LazyRules;
  transport: Pick<SyncTransport, "snapshot" | "delta">;
  timers: Timers;
  /** The confirmed state moved on, was replaced, or the status changed. */
  onChange(boardId: BoardId): void;
  /** Events have moved the confirmed state on. */
  onApplied(events: readonly BoardEvent[]): void;
  /** A snapshot has replaced the confirmed state: what no event brought must be read again. */
  onReset(boardId: BoardId): void;
  onSignedOut(): void;
  /**
   * Events show that the server has carried out a change whose answer has not come (and may never: it can be lost).
   * Other tabs may not get to see these events.
   */
  onCarriedOut(pending: QueuedMutation, answer: MutationAnswer): void;
  /** Replaced in tests, to see that they notice when it is wrong. */
  confirm?: typeof confirmEvents;
};

export type BoardStore = {
  state(): BoardState;
  /** The confirmed state, without what is pending. */
  confirmed(): BoardView | null;
  /** The last events applied, oldest first, without gaps. */
  recent(): readonly BoardEvent[];
  /** How far the board is known; null while it is not. */
  cursor(): BoardCursor | null;
  /** Shows the board from disk if it is there, then brings it up to date; again after `missing` or an error. */
  load(): void;
  applyEvents(epoch: string, events: readonly BoardEvent[]): void;
  applyAnswer(answer: MutationAnswer): void;
  /** Asks for what happened since, or for a new snapshot; one request at a time. Resolves when that is through. */
  catchUp(): Promise<void>;
  /** Replaces one part of the confirmed state that no event carries (the bodies of opened tasks). */
  amend(change: (view: BoardView) => BoardView): void;
  markGone(): void;
  markSignedOut(): void;
  /** After a wipe: writes nothing to disk any more. */
  forget(): void;
  /** Pending changes of this board have changed. */
  pendingChanged(): void;
};

// Enough to bring the bodies of a task that were read a little earlier up to date.
const recentEventsKept = 500;
// Long enough to write a busy board once, short enough to lose little: what is lost comes back as a delta.
const saveAfterMs = 1_000;

/** One board in one tab: its confirmed state, kept in step with the server, and the view with pending changes over it. */
export function createBoardStore(boardId: BoardId, deps: BoardStoreDeps): BoardStore {
  const { cells, outbox, storage, timers, transport } = deps;
  const confirm = deps.confirm ?? confirmEvents;
  let status: BoardState["status"] = "loading";
  let error: string | null = null;
  let recent: BoardEvent[] = [];
  let shown: Replayed | null = null;
  let state: BoardState = { status, view: null, error };
  let isLoading = false;
  let isSaving = false;
  let isSettling = false;
  let following: Promise<void> | null = null;
  let isBehindAgain = false;
  let retryWait = new AbortController();

  const confirmed = () => cells.get(boardId);
  deps.rules.subscribe(() => refresh());

  const view = (): BoardView | null => {
    const base = confirmed();
    if (!base) return null;
    const pending = outbox.of(boardId);
    if (pending.length === 0) return base;
    const rules = deps.rules.loaded();
    if (!rules) {
      // After a start with changes of before still queued: they show in a moment.
      deps.rules.fetch();
      return base;
    }
    if (shown?.confirmed !== base || shown.pending !== pending) shown = rules.replayOn(shown, base, pending);
    return shown.view;
  };

  const refresh = () => {
    const next = status === "missing" ? null : view();
    if (state.status === status && state.view === next && state.error === error) return;
    state = { status, view: next, error };
    deps.onChange(boardId);
  };

  const setStatus = (next: BoardState["status"], reason: string | null = null) => {
    // What was on its way when the session ended says nothing of the next one: that begins with `load`.
    if (status === "signed-out" && next !== "loading" && next !== "missing") return;
    status = next;
    error = reason;
    refresh();
  };

  const save = () => {
    if (isSaving) return;
    isSaving = true;
    void timers.wait(saveAfterMs).then(async () => {
      isSaving = false;
      const current = confirmed();
      // Not being able to keep a copy costs a snapshot at the next start, nothing more.
      if (current) await storage.saveBoard(current).catch(() => undefined);
    });
  };

  /**
   * Lets go of pending changes whose effects the confirmed state now holds: their events were applied, or they were
   * answered before the read that brought this state was sent.
   */
  const settle = (applied: readonly BoardEvent[], answeredBefore: readonly QueuedMutation[]) => {
    const base = confirmed();
    if (!base) return;
    const seen = new Set(applied.map((event) => event.mutationId));
    const held = new Set(answeredBefore.map(idOf));
    isSettling = true;
    for (const pending of outbox.of(boardId)) {
      const id = idOf(pending);
      if (seen.has(id) && !pending.answer) {
        const events = applied.filter((event) => event.mutationId === id);
        deps.onCarriedOut(pending, { boardId, epoch: base.epoch, events });
      }
      if (seen.has(id) || held.has(id) || isHeldBy(base, pending)) outbox.settle(id);
    }
    isSettling = false;
    refresh();
  };

  const setConfirmed = (
    next: BoardView,
    applied: readonly BoardEvent[],
    answeredBefore: readonly QueuedMutation[] = [],
  ) => {
    cells.set(boardId, next);
    settle(applied, answeredBefore);
    save();
  };

  const answered = () => outbox.of(boardId).filter((pending) => pending.answer);

  const take = (result: Confirmed): boolean => {
    const whereabouts = result.applied.findLast(
      ({ change: { type } }) => type === "board.removed" || type === "board.restored",
    );
    if (result.applied.length > 0) {
      for (const event of result.applied) outbox.follow(boardId, event);
      recent = [...recent, ...result.applied].slice(-recentEventsKept);
      setConfirmed(result.view, result.applied);
      deps.onApplied(result.applied);
    }
    if (whereabouts?.change.type === "board.removed") markGone();
    return !result.hasGap;
  };

  /** True when the events could be joined to what is confirmed. */
  const tryApply = (epoch: string, events: readonly BoardEvent[]): boolean => {
    const base = confirmed();
    return base !== null && base.epoch === epoch && take(confirm(base, events));
  };

  const readSnapshot = async (): Promise<"done" | "again"> => {
    const answeredBefore = answered();
    const answer = await transport.snapshot(boardId);
    if (answer.outcome !== "read") return onFailure(answer);
    const base = confirmed();
    const { value } = answer;
    // Events may have carried this tab further while the snapshot was on its way.
    if (!base || base.epoch !== value.epoch || base.seq < value.seq) {
      recent = [];
      // Bodies shown stay on the screen until they are read again, and own changes can still be undone at once.
      const kept = base?.epoch === value.epoch ? { details: base.details, history: base.history } : {};
      setConfirmed({ ...viewOfSnapshot(value), ...kept }, [], answeredBefore);
      deps.onReset(boardId);
    } else settle([], answeredBefore);
    setStatus("ready");
    return "done";
  };

  const onFailure = (failure: { outcome: string; reason?: string }): "done" | "again" => {
    if (failure.outcome === "missing") markGone();
    else if (failure.outcome === "signed-out") deps.onSignedOut();
    else {
      // What is shown stays shown; only a board that never came is an error on the screen.
      if (!confirmed()) setStatus("error", failure.reason ?? "");
      return "again";
    }
    return "done";
  };

  const readDelta = async (base: BoardView): Promise<"done" | "again"> => {
    const answeredBefore = answered();
    const answer = await transport.delta({ boardId, since: base.seq, epoch: base.epoch });
    if (answer.outcome !== "read") return onFailure(answer);
    const delta = answer.value;
    if (delta.outcome === "reset" || !tryApply(delta.epoch, delta.events)) return readSnapshot();
    setStatus("ready");
    const reached = confirmed()?.seq ?? 0;
    if (delta.events.length > 0 && reached < delta.seq) isBehindAgain = true;
    else settle([], answeredBefore);
    return "done";
  };

  const follow = async () => {
    let failures = 0;
    do {
      isBehindAgain = false;
      const base = confirmed();
      const result = base ? await readDelta(base) : await readSnapshot();
      if (result === "done") {
        failures = 0;
        continue;
      }
      failures += 1;
      isBehindAgain = true;
      await timers.wait(backoffMs(failures, timers), retryWait.signal);
    } while (isBehindAgain && status !== "missing" && status !== "signed-out");
    // In the same breath as the look above, or a call in between would wait for a round that never comes.
    following = null;
  };

  const catchUp = (): Promise<void> => {
    if (status === "signed-out") return Promise.resolve();
    // A request under way may have been answered before what is asked for now.
    isBehindAgain = true;
    retryWait.abort();
    retryWait = new AbortController();
    following ??= follow();
    return following;
  };

  const markGone = () => {
    cells.set(boardId, null);
    recent = [];
    for (const pending of answered()) outbox.settle(idOf(pending));
    void storage.removeBoard(boardId).catch(() => undefined);
    setStatus("missing");
  };

  return {
    state: () => state,
    confirmed,
    recent: () => recent,
    cursor() {
      const base = confirmed();
      return base && status !== "missing" ? { boardId, since: base.seq, epoch: base.epoch } : null;
    },
    load() {
      if (status !== "ready") setStatus("loading");
      if (isLoading) return;
      isLoading = true;
      void (async () => {
        // A disk that hangs costs a snapshot, like one that has no copy.
        const kept =
          confirmed() ??
          (await withDiskPatience(
            storage.loadBoard(boardId).catch(() => null),
            timers,
          ));
        isLoading = false;
        // Ended meanwhile; after a wipe what was read must not come back.
        if (status === "signed-out") return;
        if (kept && !confirmed()) setConfirmed(kept, []);
        if (kept) setStatus("ready");
        await catchUp();
      })();
    },
    applyEvents(epoch, events) {
      if (confirmed() && !tryApply(epoch, events)) void catchUp();
    },
    applyAnswer(answer) {
      const isJoined = tryApply(answer.epoch, answer.events);
      settle([], []);
      // Nothing had to change: perhaps because of something this tab has not seen yet.
      if (confirmed() && (!isJoined || answer.events.length === 0)) void catchUp();
    },
    catchUp,
    amend(change) {
      const base = confirmed();
      if (!base) return;
      cells.set(boardId, change(base));
      save();
      refresh();
    },
    markGone,
    markSignedOut: () => setStatus("signed-out"),
    forget() {
      cells.set(boardId, null);
      shown = null;
      refresh();
    },
    pendingChanged() {
      if (!isSettling) refresh();
    },
  };
}

function isHeldBy(confirmed: BoardView, { answer }: QueuedMutation): boolean {
  return answer?.epoch === confirmed.epoch && answer.lastSeq !== null && confirmed.seq >= answer.lastSeq;
}
