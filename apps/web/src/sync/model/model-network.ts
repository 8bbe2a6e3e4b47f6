import type { ReadOutcome, SendOutcome, StreamHandlers, SyncTransport, Unavailable } from "../transport.ts";
import type { ModelServer } from "./model-server.ts";
import type { VirtualTime } from "./virtual-time.ts";

export type ModelNetwork = {
  transport(isAlive: () => boolean): SyncTransport;
  /** Whether the server says that its user is signed in; null when it could not be asked. */
  isSignedIn(isAlive: () => boolean): Promise<boolean | null>;
  setOnline(online: boolean): void;
  isOnline(): boolean;
  /** 0 is a perfect network, 1 one on which almost nothing works. */
  setTrouble(trouble: number): void;
  /** Ends every stream; new ones are neither opened nor refused, as behind a proxy that collects what it passes on. */
  setStreamsHeld(held: boolean): void;
  /** Ends every stream, as a server that restarts does. */
  breakStreams(): void;
  listen(listener: () => void): () => void;
};

const away: Unavailable = { outcome: "unavailable", reason: "network", retryAfterMs: null, isDefect: false };

/**
 * A network between tabs and one model server that delays, drops requests and answers, repeats, overtakes and answers
 * 5xx and 429. What arrives may have had its effect although nobody hears of it: the case that matters.
 */
export function createModelNetwork(server: ModelServer, time: VirtualTime): ModelNetwork {
  let online = true;
  let trouble = 0;
  let areStreamsHeld = false;
  const streams = new Set<() => void>();
  const listeners = new Set<() => void>();
  const chance = (probability: number) => time.random() < probability * trouble;
  const latency = () => time.wait(Math.floor(time.random() * (20 + 3_000 * trouble)));

  const call = async <Outcome>(isAlive: () => boolean, serve: () => Outcome): Promise<Outcome | Unavailable> => {
    await latency();
    if (!online || chance(0.3)) return away;
    if (chance(0.1)) return { ...away, reason: "busy", retryAfterMs: 2_000 };
    // A tab that is gone sends nothing more; what it had sent before may still arrive.
    if (!isAlive() && time.random() < 0.5) return new Promise<never>(() => undefined);
    const outcome = serve();
    if (chance(0.1)) serve();
    await latency();
    if (!isAlive()) return new Promise<never>(() => undefined);
    return !online || chance(0.3) ? away : outcome;
  };

  const read = <Value>(value: Value | null): ReadOutcome<Value> => {
    if (!server.isSignedIn()) return { outcome: "signed-out" };
    return value === null ? { outcome: "missing" } : { outcome: "read", value };
  };

  return {
    transport: (isAlive) => ({
      send: (mutation) => call<SendOutcome>(isAlive, () => server.execute(mutation)),
      snapshot: () => call(isAlive, () => read(server.snapshot())),
      delta: (cursor) => call(isAlive, () => read(server.delta(cursor))),
      task: (_boardId, taskId) => call(isAlive, () => read(server.task(taskId))),
      stream: (boards, handlers) => openStream(isAlive, boards, handlers),
    }),
    async isSignedIn(isAlive) {
      const answer = await call(isAlive, () => ({ outcome: "told" as const, isIn: server.isSignedIn() }));
      return answer.outcome === "told" ? answer.isIn : null;
    },
    setOnline(next) {
      online = next;
      if (!next) for (const end of streams) end();
      for (const listener of listeners) listener();
    },
    isOnline: () => online,
    setTrouble(next) {
      trouble = next;
    },
    setStreamsHeld(held) {
      areStreamsHeld = held;
      for (const end of streams) end();
    },
    breakStreams() {
      for (const end of streams) end();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  function openStream(
    isAlive: () => boolean,
    boards: Parameters<SyncTransport["stream"]>[0],
    handlers: StreamHandlers,
  ) {
    let isOver = false;
    let cursors = [...boards];
    const close = () => {
      isOver = true;
      streams.delete(end);
      stopListening();
    };
    const end = () => {
      if (isOver) return;
      close();
      void latency().then(() => isAlive() && handlers.onClose());
    };
    const deliver = async (message: Parameters<StreamHandlers["onMessage"]>[0]) => {
      // Each message takes its own time: they overtake each other and arrive after the stream's end.
      await latency();
      if (isAlive()) handlers.onMessage(message);
    };
    const tell = () => {
      if (isOver || areStreamsHeld) return;
      // What a stream loses it loses by breaking.
      if (chance(0.1)) return end();
      cursors = cursors.map((cursor) => {
        const told = server.tell(cursor);
        if (!told) return cursor;
        void deliver(told.message);
        if (chance(0.2)) void deliver(told.message);
        return told.cursor;
      });
    };
    const stopListening = server.listen(() => void latency().then(tell));
    streams.add(end);
    void latency().then(() => {
      if (isOver || areStreamsHeld) return;
      if (!online || !server.isSignedIn() || chance(0.3)) return end();
      if (isAlive()) handlers.onOpen();
      tell();
    });
    return close;
  }
}
