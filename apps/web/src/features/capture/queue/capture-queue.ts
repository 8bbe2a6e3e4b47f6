import type { AttachmentId, BoardId, MutationId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import type { browserNetwork } from "../../../sync/browser-network.ts";
import type { Locks } from "../../../sync/locks.ts";
import type { Timers } from "../../../sync/timers.ts";
import { createStore, type Store } from "../../store/create-store.ts";
import { type Capture, withoutProblems } from "./capture.ts";
import { createCaptureSender } from "./capture-sender.ts";
import type { CaptureSenderDeps } from "./sender-deps.ts";
import { type FirstOutcome, firstOutcome } from "./first-outcome.ts";
import type { CaptureTransport } from "./capture-transport.ts";
import { createKeptInMemory, type KeptCaptures } from "./kept-captures.ts";

export type NewCapture = {
  boardId: BoardId | null;
  text: string;
  source: Capture["source"];
  files: readonly { file: Blob; name: string }[];
  /** Of what was shared: shared and captured twice because of a crash, it is one task. */
  shared?: { id: MutationId; at: Instant } | undefined;
};

export type QueueState = {
  /** What has not arrived, oldest first. */
  captures: readonly Capture[];
  /** Those that would not survive a reload. */
  unkept: ReadonlySet<MutationId>;
  /** Of the files under way in this tab, 0 to 1. */
  progress: Readonly<Record<AttachmentId, number>>;
};

export type CaptureQueueDeps = {
  lockName: string;
  kept: KeptCaptures;
  transport: CaptureTransport;
  locks: Locks;
  timers: Timers;
  network: typeof browserNetwork;
  /** Another account signing in on this browser: from then on this tab would capture in its name. */
  accounts: { listen(onOther: () => void): () => void };
  /** Tells the other tabs of this person that something has changed. */
  channel: { post(): void; listen(listener: () => void): () => void };
  newMutationId: () => MutationId;
  newFileId: () => AttachmentId;
  onCaptured: CaptureSenderDeps["onCaptured"];
  onProblem: CaptureSenderDeps["onProblem"];
  onSignedOut: CaptureSenderDeps["onSignedOut"];
};

export type CaptureQueue = {
  store: Store<QueueState>;
  /**
   * Takes thoughts in, in this order; resolves once they are as safe as this browser makes them, with the way to hear what
   * first becomes of them.
   */
  capture(asked: readonly NewCapture[]): Promise<{ outcome: Promise<FirstOutcome> }>;
  retry(id: MutationId): Promise<void>;
  /** Lets one go; the answer takes it back. */
  discard(id: MutationId): Promise<() => Promise<void>>;
  start(): void;
  stop(): void;
};

// One tab for itself: nobody else knows what only its memory holds.
const alone: Locks = { hold: (_name, _signal, work) => work() };

/** What one person has captured in this browser and the server does not have yet. */
export function createCaptureQueue(deps: CaptureQueueDeps): CaptureQueue {
  const store = createStore<QueueState>({ captures: [], unkept: new Set(), progress: {} });
  const inMemory = createKeptInMemory();
  let stopListening: (() => void)[] = [];

  let looks = 0;
  let latest: Promise<void> = Promise.resolve();
  const look = () => (latest = read((looks += 1)));
  const read = async (turn: number): Promise<void> => {
    const [onDisk, unkept] = await Promise.all([deps.kept.list().catch(() => []), inMemory.list()]);
    // A slow read of what was must not come last; whoever waits for it waits for the newer one.
    if (turn !== looks) return latest;
    store.set({
      captures: [...onDisk, ...unkept].sort((a, b) => (a.id < b.id ? -1 : 1)),
      unkept: new Set(unkept.map(({ id }) => id)),
    });
  };
  const letGo = new Set<MutationId>();
  const changed = () => {
    deps.channel.post();
    return look();
  };

  const senderOf = (kept: KeptCaptures, locks: Locks) =>
    createCaptureSender({
      ...deps,
      ...{ kept, locks },
      onChange: () => void changed(),
      onProgress: (id, progress) => store.set((state) => ({ progress: { ...state.progress, [id]: progress } })),
    });
  const senders = [senderOf(deps.kept, deps.locks), senderOf(inMemory, alone)];
  const wake = () => {
    for (const sender of senders) sender.wake();
  };

  const keeperOf = (id: MutationId) => (store.get().unkept.has(id) ? inMemory : deps.kept);
  // One write at a time: what is on the disk is always a beginning of what was captured, so that nothing overtakes.
  let writes: Promise<void> = Promise.resolve();
  const keep = async (captures: readonly Capture[], bytes: ReadonlyMap<AttachmentId, Blob>) => {
    writes = writes.then(() => deps.kept.keep(captures, bytes).catch(() => inMemory.keep(captures, bytes)));
    await writes;
    await changed();
    wake();
  };

  const stop = () => {
    for (const end of stopListening) end();
    stopListening = [];
    for (const sender of senders) sender.stop();
  };

  return {
    store,
    async capture(asked) {
      const bytes = new Map<AttachmentId, Blob>();
      const captures = asked.map(({ shared, files, text, ...rest }): Capture => {
        const waiting = files.map(({ file, name }) => {
          const id = deps.newFileId();
          bytes.set(id, file);
          return { id, name, type: file.type, size: file.size, problem: null };
        });
        return {
          ...rest,
          id: shared?.id ?? deps.newMutationId(),
          text,
          capturedAt: shared?.at ?? new Date(deps.timers.now()).toISOString(),
          fileNames: files.map(({ name }) => name),
          files: waiting,
          task: null,
          problem: null,
        };
      });
      await keep(captures, bytes);
      const ids = captures.map(({ id }) => id);
      // In an object: a promise that is answered by a promise would be waited for.
      return { outcome: firstOutcome(store, ids, (id) => letGo.has(id)) };
    },
    async retry(id) {
      await keeperOf(id).change(id, withoutProblems);
      await changed();
      wake();
    },
    async discard(id) {
      const keeper = keeperOf(id);
      const capture = (await keeper.list()).find((each) => each.id === id);
      if (!capture) return async () => {};
      const found = await Promise.all(
        capture.files.map(async (file) => [file.id, await keeper.bytesOf(file.id)] as const),
      );
      letGo.add(id);
      await keeper.change(id, () => null);
      await changed();
      return () =>
        keep([withoutProblems(capture)], new Map(found.flatMap(([key, blob]) => (blob ? [[key, blob]] : []))));
    },
    start() {
      if (stopListening.length > 0) return;
      const onTold = () => {
        void look();
        wake();
      };
      stopListening = [deps.channel.listen(onTold), deps.network.listen(wake), deps.accounts.listen(stop)];
      void look();
      for (const sender of senders) sender.start();
    },
    stop,
  };
}
