import type { BoardId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { Mutation, MutationName } from "@kanban/domain/mutations";
import { DomainError } from "@kanban/domain/refusal";
import type { MutationAnswer } from "@kanban/domain/board-event";
import type { Asked, AskedInput } from "./asked-change.ts";
import { backoffMs } from "./backoff.ts";
import { type BoardStore, createBoardStore } from "./board-store.ts";
import type { confirmEvents } from "./confirm-events.ts";
import type { ConfirmedCells } from "./confirmed-cell.ts";
import type { DeviceStorage } from "./device-storage.ts";
import type { LiveNews } from "./live-news.ts";
import type { Locks } from "./locks.ts";
import { withDiskPatience } from "./disk-patience.ts";
import { createMutationIds } from "./mutation-ids.ts";
import type { LazyRules } from "./lazy-rules.ts";
import { createOutbox } from "./outbox.ts";
import { boardOf, idOf, keptPart, type PendingMutation } from "./pending.ts";
import type { RefusedChange, SyncRefusal } from "./refusals.ts";
import { createSender } from "./sender.ts";
import { createStream, type StreamState } from "./stream.ts";
import type { Connection, SyncEngine } from "./sync-engine-types.ts";
import type { TabChannel, TabMessage } from "./tab-channel.ts";
import { createTaskBodies, type TaskBodiesStore } from "./task-bodies.ts";
import type { Timers } from "./timers.ts";
import type { StreamMessage, SyncTransport } from "./transport.ts";
import { whileSignedIn } from "./while-signed-in.ts";

export type SyncEngineDeps = {
  /** Tells this tab from the others. */
  tabId: string;
  lockName: string;
  transport: SyncTransport;
  storage: DeviceStorage;
  rules: LazyRules;
  cells: ConfirmedCells;
  channel: TabChannel;
  locks: Locks;
  timers: Timers;
  randomBytes(): Uint8Array;
  /** Whether the device has a network at all. */
  network: { isOnline(): boolean; listen(listener: () => void): () => void };
  /**
   * Another account signing in on this browser: from then on requests of this tab would be made in its name. Or the same
   * one again, in another tab.
   */
  accounts: { announce(): void; listen(onOther: () => void, onSame: () => void): () => void };
  /**
   * Asks the server whether this user is signed in after all; null when it could not be asked. Where the answer is no,
   * the page is told and leaves.
   */
  isSignedIn(): Promise<boolean | null>;
  onRefused(refused: RefusedChange): void;
  /** A change asked for in this tab is on its way. */
  onQueued(mutation: Mutation): void;
  onLiveNews(news: LiveNews): void;
  /** This user's data was wiped, here or in another tab. */
  onWiped(): void;
  /** Another account has taken over the browser, or this one signed out in another tab: the page has to begin anew. */
  onLeft(): void;
  confirm?: typeof confirmEvents;
};

// A tab that is alive answers a message within a few milliseconds; a throttled one within a second.
const tellOfRefusalAfterMs = 2_000;

type OpenBoard = { store: BoardStore; bodies: TaskBodiesStore; listeners: Set<() => void>; users: number };

/**
 * Wires the parts of the engine for one user in one tab: what is asked for goes into the outbox, the sender brings it to
 * the server, answers and the stream move the confirmed state, and the screens see that with the outbox over it. This
 * is the one place where the parts meet, which is why it is long; each part is tested and readable by itself.
 */
export function createSyncEngine(deps: SyncEngineDeps): SyncEngine {
  const { channel, timers } = deps;
  const boards = new Map<BoardId, OpenBoard>();
  const connectionListeners = new Set<() => void>();
  const untoldRefusals = new Map<string, AbortController>();
  const ids = createMutationIds(timers.now, deps.randomBytes);
  let streamState: StreamState = "idle";
  let connection: Connection = { state: "idle", queued: 0 };
  let isSignedOut = false;
  // Wiped, or another account's by now: no session to come is this tab's.
  let isOver = false;
  let isAsking = false;
  // Ends of the session since the stream was last open: several in a row are a server in trouble.
  let endings = 0;
  let stopListening: (() => void)[] = [];

  const transport = { ...deps.transport, ...whileSignedIn(deps.transport, () => isSignedOut) };

  const outbox = createOutbox(
    deps.storage,
    (boardId) => {
      boards.get(boardId)?.store.pendingChanged();
      connectionChanged();
    },
    (mutationIds) => channel.post({ type: "restored", mutationIds }),
    timers,
  );

  const connectionChanged = () => {
    const state = connectionState();
    const queued = outbox.queued();
    if (connection.state === state && connection.queued === queued) return;
    connection = { state, queued };
    for (const listener of connectionListeners) listener();
  };

  const connectionState = (): Connection["state"] => {
    // Before asking the device: a server on the same machine is there without any network.
    if (streamState === "open") return "live";
    if (!deps.network.isOnline()) return "offline";
    return [...boards.values()].some((board) => board.users > 0) ? "reconnecting" : "idle";
  };

  const end = () => {
    if (isSignedOut) return;
    isSignedOut = true;
    sender.stop();
    stream.stop();
    for (const { store } of boards.values()) store.markSignedOut();
  };

  /** Nobody is signed in, as far as this tab has heard: the page must learn whether that is so. */
  const signOut = () => {
    if (isSignedOut) return;
    end();
    endings += 1;
    void askWhoIsIn();
  };

  const sessionEnded = () => {
    if (isSignedOut) return;
    signOut();
    channel.post({ type: "signed-out" });
  };

  const askWhoIsIn = async () => {
    if (isAsking) return;
    isAsking = true;
    const isWaiting = () => isSignedOut && stopListening.length > 0;
    // Until it is known: where the server cannot be asked now, nothing else would ask it later.
    for (let asked = 0; isWaiting(); asked += 1) {
      const isIn = await deps.isSignedIn();
      if (isIn === false) break;
      // Also before going on: a server that says one thing and then the other is not asked without a pause.
      if (isWaiting()) await timers.wait(backoffMs(endings + asked, timers));
      if (isIn && isWaiting()) resume();
    }
    isAsking = false;
  };

  const boardOfId = (boardId: BoardId): OpenBoard => {
    const known = boards.get(boardId);
    if (known) return known;
    const store = createBoardStore(boardId, {
      ...deps,
      transport,
      outbox,
      onChange: () => {
        board.bodies.boardChanged();
        stream.follow();
        tell();
      },
      onReset: () => board.bodies.reset(),
      onApplied: (events) => deps.onLiveNews({ kind: "applied", events }),
      onSignedOut: sessionEnded,
      onCarriedOut: (pending, answer) => channel.post({ type: "answered", pending: keptPart(pending), answer }),
    });
    const tell = () => {
      for (const listener of board.listeners) listener();
    };
    const bodies = createTaskBodies(boardId, { store, transport, timers, onChange: tell });
    const board: OpenBoard = { store, bodies, listeners: new Set(), users: 0 };
    boards.set(boardId, board);
    if (isSignedOut) store.markSignedOut();
    return board;
  };

  const stream = createStream({
    transport,
    timers,
    cursors() {
      if (isSignedOut) return [];
      const opened = [...boards.values()].filter((board) => board.users > 0);
      return opened.flatMap(({ store }) => store.cursor() ?? []).slice(-limits.streamBoards);
    },
    onMessage: (message) => onStreamMessage(message),
    onState(state) {
      streamState = state;
      connectionChanged();
      // Back in touch: whatever waited for that need not wait longer.
      if (state === "open") {
        endings = 0;
        sender.wake();
      } else deps.onLiveNews({ kind: "lost" });
    },
    onLost() {
      // Tells a lost network from a lost session, and keeps the board moving where streams cannot pass.
      for (const { store, users } of boards.values()) if (users > 0 && store.cursor()) void store.catchUp();
    },
  });

  const onStreamMessage = (message: StreamMessage) => {
    if (message.kind === "presence") return deps.onLiveNews({ ...message, kind: "watchers" });
    if (message.kind === "readings") return deps.onLiveNews(message);
    const store = boards.get(message.boardId)?.store;
    if (!store) return;
    if (message.kind === "delta") store.applyEvents(message.epoch, message.events);
    else if (message.kind === "reset") void store.catchUp();
    else store.markGone();
  };

  const onAnswer = (pending: PendingMutation, answer: MutationAnswer) => {
    outbox.answer(idOf(pending), answer);
    const store = boards.get(boardOf(pending))?.store;
    // Nobody looks at that board here: what it shows next is read from the server.
    if (store?.confirmed()) store.applyAnswer(answer);
    else outbox.settle(idOf(pending));
  };

  const tellRefused = ({ mutation }: PendingMutation, refusal: SyncRefusal, by: RefusedChange["by"]) => {
    const { boardId, mutationId: _refused, ...input } = mutation.input;
    deps.onRefused({
      mutation,
      refusal,
      by,
      retry: () => void mutate(boardId, mutation.name, input as AskedInput<typeof mutation.name>),
      discard: () => undefined,
    });
  };

  const onServerRefused = (pending: PendingMutation, refusal: SyncRefusal) => {
    // An event has shown meanwhile that an earlier try got through.
    if (!outbox.has(idOf(pending))) return;
    outbox.settle(idOf(pending));
    channel.post({ type: "refused", pending: keptPart(pending), refusal });
    if (pending.origin === deps.tabId) return tellRefused(pending, refusal, "server");
    // The tab that asked may be gone; then this one says it.
    const patience = new AbortController();
    untoldRefusals.set(idOf(pending), patience);
    void timers.wait(tellOfRefusalAfterMs, patience.signal).then(() => {
      if (untoldRefusals.delete(idOf(pending))) tellRefused(pending, refusal, "server");
    });
  };

  const sender = createSender({
    lockName: deps.lockName,
    outbox,
    transport,
    locks: deps.locks,
    timers,
    onAnswer(pending, answer) {
      channel.post({ type: "answered", pending: keptPart(pending), answer });
      onAnswer(pending, answer);
    },
    onRefused: onServerRefused,
    onSignedOut: sessionEnded,
  });

  const onTabMessage = (message: TabMessage) => {
    switch (message.type) {
      case "queued":
        ids.saw(idOf(message.pending));
        if (outbox.adopt(message.pending)) sender.wake();
        return;
      case "answered":
        ids.saw(idOf(message.pending));
        return onAnswer(message.pending, message.answer);
      case "refused": {
        outbox.settle(idOf(message.pending));
        if (message.pending.origin !== deps.tabId) return;
        channel.post({ type: "refusal-told", mutationId: idOf(message.pending) });
        return tellRefused(message.pending, message.refusal, "server");
      }
      case "refusal-told":
        untoldRefusals.get(message.mutationId)?.abort();
        untoldRefusals.delete(message.mutationId);
        return;
      case "restored":
        for (const mutationId of message.mutationIds)
          if (outbox.isDone(mutationId)) channel.post({ type: "finished", mutationId });
        return;
      case "finished": {
        const boardId = outbox.finish(message.mutationId);
        const store = boardId && boards.get(boardId)?.store;
        if (store?.confirmed()) void store.catchUp();
        else outbox.settle(message.mutationId);
        return;
      }
      case "signed-out":
        return signOut();
      case "wiped":
        return void forget().then(deps.onLeft);
      default:
        message satisfies never;
    }
  };

  const mutate = <Name extends MutationName>(boardId: BoardId, name: Name, input: AskedInput<Name>): Asked => {
    const mutationId = ids.next();
    const asked = { ...input, boardId, mutationId };
    const rules = deps.rules.loaded();
    // In the moment before the rules have come it is queued and sent as it is; then the server alone can refuse it.
    if (!rules) deps.rules.fetch();
    const parsed = rules?.mutationInputs[name].safeParse(asked);
    // The parsed input is the output type of the schema of that name, which TypeScript cannot follow through a union.
    const mutation = { name, input: parsed?.success ? parsed.data : asked } as unknown as Mutation;
    const pending = { mutation, at: new Date(timers.now()).toISOString(), origin: deps.tabId };
    const refused = parsed?.success === false ? notAccepted(parsed.error.issues[0]?.message) : refusalByView(pending);
    if (refused) tellRefused(pending, refused, "browser");
    else {
      // After the disk: a tab that hears of a change may count on finding it there.
      void outbox.append(pending).then(() => channel.post({ type: "queued", pending }));
      sender.wake();
      deps.onQueued(mutation);
    }
    return { mutationId, refused };
  };

  const refusalByView = ({ mutation, at }: PendingMutation): SyncRefusal | null => {
    const view = boards.get(mutation.input.boardId)?.store.state().view;
    // A board that is not loaded cannot refuse: capturing works from anywhere.
    const rules = deps.rules.loaded();
    if (!view || !rules) return null;
    try {
      rules.planMutation(view, mutation, at);
      return null;
    } catch (error) {
      if (error instanceof DomainError) return { code: error.code, details: error.details };
      throw error;
    }
  };

  const stop = () => {
    for (const unsubscribe of stopListening) unsubscribe();
    stopListening = [];
    sender.stop();
    stream.stop();
  };

  /** Drops what this tab knows, here and on disk. */
  const forget = async () => {
    isOver = true;
    end();
    stop();
    for (const { store } of boards.values()) store.forget();
    await outbox.clear();
    deps.onWiped();
  };

  /** Queued changes stay on disk until their own user signs in again. */
  const leaveToOther = () => {
    isOver = true;
    end();
    stop();
    deps.onLeft();
  };

  const resume = () => {
    if (!isSignedOut || isOver) return;
    isSignedOut = false;
    // Another tab may have the turn by now, and where the disk has refused a change that one does not know of it.
    for (const pending of outbox.boards().flatMap(outbox.of))
      if (!pending.answer) channel.post({ type: "queued", pending: keptPart(pending) });
    sender.start();
    for (const { store, users } of boards.values()) if (users > 0) store.load();
  };

  return {
    start() {
      if (isOver || stopListening.length > 0) return;
      const onNetwork = () => {
        if (deps.network.isOnline()) {
          stream.wake();
          sender.wake();
        } else stream.doubt();
        connectionChanged();
      };
      stopListening = [
        channel.listen(onTabMessage),
        deps.network.listen(onNetwork),
        deps.accounts.listen(leaveToOther, resume),
      ];
      deps.accounts.announce();
      // Stopped when its session had ended, and wanted again: so its user is back.
      resume();
      void outbox.restore();
      sender.start();
      stream.follow();
    },
    stop,
    openBoard(boardId) {
      const board = boardOfId(boardId);
      board.users += 1;
      if (!isSignedOut) board.store.load();
      stream.follow();
      connectionChanged();
      return () => {
        board.users -= 1;
        stream.follow();
        connectionChanged();
      };
    },
    boardState: (boardId) => boardOfId(boardId).store.state(),
    subscribeBoard(boardId, listener) {
      const { listeners } = boardOfId(boardId);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retryBoard(boardId) {
      resume();
      if (!isSignedOut) boardOfId(boardId).store.load();
    },
    mutate,
    openTask: (boardId, taskId) => boardOfId(boardId).bodies.open(taskId),
    detailState: (boardId, taskId) => boardOfId(boardId).bodies.state(taskId),
    retryTask: (boardId, taskId) => boardOfId(boardId).bodies.retry(taskId),
    connection: () => connection,
    subscribeConnection(listener) {
      connectionListeners.add(listener);
      return () => connectionListeners.delete(listener);
    },
    stored: () => withDiskPatience(outbox.written(), timers),
    async wipe() {
      channel.post({ type: "wiped" });
      await forget();
    },
  };
}

function notAccepted(reason: string | undefined): SyncRefusal {
  return { code: "NOT_ACCEPTED", details: { reason: reason ?? null } };
}
