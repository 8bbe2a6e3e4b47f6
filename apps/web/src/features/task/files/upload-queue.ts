import type { AttachmentId, BoardId, TaskId } from "@kanban/domain/ids";
import { createStore, type Store } from "../../store/create-store.ts";
import type { KeptUploads } from "./kept-uploads.ts";
import type { SendUpload, Upload, UploadProblem } from "./upload.ts";

export type UploadQueueDeps = {
  send: SendUpload;
  kept: KeptUploads;
  newId: () => AttachmentId;
  network: { isOnline(): boolean; listen(listener: () => void): () => void };
  /** Resolves after a pause. */
  wait: (ms: number) => Promise<void>;
  now: () => number;
};

export type NewFile = { file: Blob; name: string };

export type UploadQueue = {
  store: Store<{ uploads: readonly Upload[] }>;
  /** Takes files for a task and answers the ids they will have; sending follows by itself. */
  add(boardId: BoardId, taskId: TaskId, files: readonly NewFile[]): AttachmentId[];
  retry(id: AttachmentId): void;
  /** Ends an upload, or takes a failed one away. */
  discard(id: AttachmentId): void;
  /** Goes on with what an earlier page left, once. */
  resume(): Promise<void>;
  stop(): void;
};

/** More would only make each slower. */
const atOnce = 2;
/** A task made a moment ago may be on its way to the server, too. */
const taskRetriesMs = [500, 1_500, 4_000, 8_000];

/**
 * Files on their way: kept on the device first, so that a reload loses none, then sent two at a time. Without a network
 * they wait for it; what the server refuses or the network breaks off waits for the person.
 */
export function createUploadQueue({ send, kept, newId, network, wait, now }: UploadQueueDeps): UploadQueue {
  const store = createStore<{ uploads: readonly Upload[] }>({ uploads: [] });
  const files = new Map<AttachmentId, Blob>();
  const running = new Map<AttachmentId, AbortController>();
  let resumed: Promise<void> | null = null;

  const find = (id: AttachmentId) => store.get().uploads.find((upload) => upload.id === id);
  const change = (id: AttachmentId, fields: Partial<Upload>) =>
    store.set(({ uploads }) => ({
      uploads: uploads.map((upload) => (upload.id === id ? { ...upload, ...fields } : upload)),
    }));
  const drop = (id: AttachmentId) => {
    files.delete(id);
    store.set(({ uploads }) => ({ uploads: uploads.filter((upload) => upload.id !== id) }));
    kept.forget(id).catch(() => {});
  };

  const keep = async (id: AttachmentId) => {
    const [upload, file] = [find(id), files.get(id)];
    if (!upload || !file) return;
    const isKept = await kept.keep({ upload, file, keptAt: now() }).then(
      () => true,
      () => false,
    );
    if (find(id)) change(id, { isKept });
    // Sent, or taken away, while it was being kept.
    else kept.forget(id).catch(() => {});
  };

  const run = async (id: AttachmentId) => {
    const file = files.get(id);
    const controller = new AbortController();
    running.set(id, controller);
    change(id, { state: "sending", progress: 0, problem: null });
    for (let tries = 0; ; tries++) {
      const upload = find(id);
      if (!upload || !file) break;
      const onProgress = (progress: number) => find(id) && change(id, { progress });
      const result = await send(upload, file, { onProgress, signal: controller.signal });
      if (result.outcome === "cancelled" || !find(id)) break;
      if (result.outcome === "sent") {
        change(id, { state: "sent", progress: 1 });
        files.delete(id);
        kept.forget(id).catch(() => {});
        break;
      }
      const { problem } = result;
      const pause = isTaskMissing(problem) ? taskRetriesMs[tries] : undefined;
      if (pause === undefined) {
        const isOffline = problem.kind === "network" && !network.isOnline();
        change(id, isOffline ? { state: "offline", progress: 0 } : { state: "failed", problem });
        break;
      }
      await wait(pause);
    }
    running.delete(id);
    next();
  };

  const next = () => {
    const isOnline = network.isOnline();
    for (const { id, state } of store.get().uploads) {
      if (state === "offline" && isOnline) change(id, { state: "queued" });
      if (state === "queued" && !isOnline) change(id, { state: "offline" });
    }
    if (!isOnline) return;
    for (const { id, state } of store.get().uploads) {
      if (running.size >= atOnce) return;
      if (state === "queued") void run(id);
    }
  };
  const stopListening = network.listen(next);

  return {
    store,
    add(boardId, taskId, added) {
      const uploads = added.map(({ file, name }): Upload => {
        const id = newId();
        files.set(id, file);
        return {
          id,
          boardId,
          taskId,
          name,
          size: file.size,
          state: "queued",
          progress: 0,
          problem: null,
          isKept: false,
        };
      });
      store.set((state) => ({ uploads: [...state.uploads.filter(({ state: is }) => is !== "sent"), ...uploads] }));
      for (const { id } of uploads) void keep(id);
      next();
      return uploads.map(({ id }) => id);
    },
    retry(id) {
      if (find(id)?.state !== "failed") return;
      change(id, { state: "queued", problem: null });
      next();
    },
    discard(id) {
      running.get(id)?.abort();
      drop(id);
    },
    resume: () => (resumed ??= goOn()),
    stop: () => {
      stopListening();
      for (const controller of running.values()) controller.abort();
    },
  };

  async function goOn(): Promise<void> {
    const left = await kept.load().catch(() => []);
    const fresh = left.filter(({ upload }) => !find(upload.id));
    for (const { upload, file } of fresh) files.set(upload.id, file);
    const uploads = fresh.map(({ upload }): Upload => ({ ...upload, state: "queued", progress: 0, isKept: true }));
    store.set((state) => ({ uploads: [...uploads, ...state.uploads] }));
    next();
  }
}

function isTaskMissing(problem: UploadProblem): boolean {
  return problem.kind === "refused" && problem.code === "TASK_NOT_FOUND";
}
