import { backoffMs } from "./backoff.ts";
import type { Timers } from "./timers.ts";
import type { BoardCursor, StreamMessage, SyncTransport } from "./transport.ts";

export type StreamState = "idle" | "connecting" | "open" | "waiting";

export type StreamDeps = {
  transport: Pick<SyncTransport, "stream">;
  timers: Timers;
  /** Where to resume, read anew for each attempt; with no board there is no stream. */
  cursors(): readonly BoardCursor[];
  onMessage(message: StreamMessage): void;
  onState(state: StreamState): void;
  /** The stream was lost or could not be opened. */
  onLost(): void;
};

export type Stream = {
  /** The set of boards may have changed: opens, reopens or closes the stream if so. */
  follow(): void;
  /** Trying again may help now (the network is back, the tab is looked at): no waiting out of a backoff. */
  wake(): void;
  /** The device has lost its network: an open stream would only find out minutes later. */
  doubt(): void;
  stop(): void;
};

// A stream the server ends by itself (it checks the session from time to time) had a good life and is reopened at once.
const goodLifeMs = 5_000;

// Something on the way may hold the answer back instead of failing; without this the board would stand still meanwhile.
const openPatienceMs = 10_000;

/** The one live stream of a tab. It resumes from what is confirmed, so nothing depends on the server remembering it. */
export function createStream(deps: StreamDeps): Stream {
  const { timers } = deps;
  let close: (() => void) | null = null;
  let following = "";
  let state: StreamState = "idle";
  let failures = 0;
  let waiting: AbortController | null = null;

  const setState = (next: StreamState) => {
    if (state === next) return;
    state = next;
    deps.onState(next);
  };

  const disconnect = () => {
    close?.();
    close = null;
    waiting?.abort();
    waiting = null;
  };

  const connect = () => {
    disconnect();
    const boards = deps.cursors();
    following = keyOf(boards);
    if (boards.length === 0) return setState("idle");
    setState("connecting");
    let openedAt: number | null = null;
    // A stream that closes while it is being opened reports before `stream` returns.
    let isOver = false;
    const patience = new AbortController();
    const onClose = () => {
      if (isOver) return;
      isOver = true;
      close = null;
      patience.abort();
      if (openedAt !== null && timers.now() - openedAt >= goodLifeMs) failures = 0;
      void reconnectLater();
    };
    const closeThis = deps.transport.stream(boards, {
      onOpen() {
        if (isOver) return;
        patience.abort();
        openedAt = timers.now();
        setState("open");
      },
      onMessage(message) {
        if (!isOver) deps.onMessage(message);
      },
      onClose,
    });
    if (isOver) return;
    close = () => {
      isOver = true;
      patience.abort();
      closeThis();
    };
    void timers.wait(openPatienceMs, patience.signal).then(() => {
      if (isOver || openedAt !== null) return;
      closeThis();
      onClose();
    });
  };

  const reconnectLater = async () => {
    failures += 1;
    const turn = new AbortController();
    waiting = turn;
    setState("waiting");
    deps.onLost();
    await timers.wait(failures === 1 ? 0 : backoffMs(failures - 1, timers), turn.signal);
    if (waiting === turn) connect();
  };

  return {
    follow() {
      if (keyOf(deps.cursors()) !== following) connect();
    },
    wake() {
      if (!waiting) return;
      failures = 0;
      connect();
    },
    doubt() {
      if (!close) return;
      disconnect();
      void reconnectLater();
    },
    stop() {
      disconnect();
      following = "";
      setState("idle");
    },
  };
}

/** Which boards, and of which epoch: not how far, that changes with every event. */
function keyOf(boards: readonly BoardCursor[]): string {
  return boards.map(({ boardId, epoch }) => `${boardId}@${epoch}`).join();
}
