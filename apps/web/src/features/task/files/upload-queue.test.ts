import { randomUUID } from "node:crypto";
import type { AttachmentId, BoardId, TaskId } from "@kanban/domain/ids";
import { expect, test as base } from "vitest";
import type { KeptUpload } from "./kept-uploads.ts";
import type { SendOutcome, Upload, UploadProblem } from "./upload.ts";
import { createUploadQueue, type UploadQueue } from "./upload-queue.ts";

const [boardId, taskId] = [randomUUID() as BoardId, randomUUID() as TaskId];
const network: UploadProblem = { kind: "network" };
const fileOf = (name: string) => ({ name, file: new Blob([name]) });

type Sending = { name: string; end: (outcome: SendOutcome) => void; progress: (part: number) => void };

/** A queue whose network, disk and server the test plays. */
function createRig() {
  const disk = new Map<AttachmentId, KeptUpload>();
  const sendings: Sending[] = [];
  const listeners = new Set<() => void>();
  const rig = { isOnline: true, isDiskFull: false, disk, sendings };
  const open = () =>
    createUploadQueue({
      send: ({ name }, _file, { onProgress, signal }) =>
        new Promise((end) => {
          sendings.push({ name, end, progress: onProgress });
          signal.addEventListener("abort", () => end({ outcome: "cancelled" }));
        }),
      kept: {
        load: async () => [...disk.values()],
        keep: async (kept) => {
          if (rig.isDiskFull) throw new Error("QuotaExceededError");
          disk.set(kept.upload.id, kept);
        },
        forget: async (id) => void disk.delete(id),
        clear: async () => disk.clear(),
      },
      newId: () => randomUUID() as AttachmentId,
      network: {
        isOnline: () => rig.isOnline,
        listen: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      wait: async () => {},
      now: () => 0,
    });
  const goOnline = (isOnline: boolean) => {
    rig.isOnline = isOnline;
    for (const listener of listeners) listener();
  };
  return Object.assign(rig, { open, goOnline });
}

const test = base.extend<{ rig: ReturnType<typeof createRig>; queue: UploadQueue }>({
  rig: async ({}, use) => use(createRig()),
  queue: async ({ rig }, use) => use(rig.open()),
});

const states = ({ store }: UploadQueue) => store.get().uploads.map(({ name, state }: Upload) => `${name} ${state}`);
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("two files are sent at a time, in the order they came, and forgotten when they are there", async ({
  rig,
  queue,
}) => {
  queue.add(boardId, taskId, ["a", "b", "c"].map(fileOf));
  expect(states(queue)).toEqual(["a sending", "b sending", "c queued"]);
  await settled();
  expect(rig.disk.size).toBe(3);
  rig.sendings[0]!.progress(0.5);
  expect(queue.store.get().uploads[0]!.progress).toBe(0.5);
  rig.sendings[0]!.end({ outcome: "sent" });
  await settled();
  expect(states(queue)).toEqual(["a sent", "b sending", "c sending"]);
  expect(rig.disk.size).toBe(2);
});

test("without a network files wait, and go when it is back", async ({ rig, queue }) => {
  rig.goOnline(false);
  queue.add(boardId, taskId, [fileOf("a")]);
  expect(states(queue)).toEqual(["a offline"]);
  rig.goOnline(true);
  expect(states(queue)).toEqual(["a sending"]);
  rig.isOnline = false;
  rig.sendings[0]!.end({ outcome: "failed", problem: network });
  await settled();
  expect(states(queue)).toEqual(["a offline"]);
});

test("what a page left is sent by the next one, once", async ({ rig, queue }) => {
  rig.goOnline(false);
  queue.add(boardId, taskId, [fileOf("a")]);
  await settled();
  queue.stop();
  rig.isOnline = true;
  const next = rig.open();
  await Promise.all([next.resume(), next.resume()]);
  expect(states(next)).toEqual(["a sending"]);
  rig.sendings[0]!.end({ outcome: "sent" });
  await settled();
  expect(rig.disk.size).toBe(0);
});

test("a file the device cannot keep is sent all the same, and says so", async ({ rig, queue }) => {
  rig.isDiskFull = true;
  rig.goOnline(false);
  queue.add(boardId, taskId, [fileOf("a")]);
  await settled();
  expect(queue.store.get().uploads).toMatchObject([{ state: "offline", isKept: false }]);
  rig.goOnline(true);
  expect(states(queue)).toEqual(["a sending"]);
});

test("what breaks off or is refused waits for the person, who tries again or discards it", async ({ rig, queue }) => {
  const [a, b] = queue.add(boardId, taskId, ["a", "b"].map(fileOf)) as [AttachmentId, AttachmentId];
  const refused: UploadProblem = { kind: "refused", code: "FILE_TOO_LARGE", details: { limit: 1 } };
  rig.sendings[0]!.end({ outcome: "failed", problem: network });
  rig.sendings[1]!.end({ outcome: "failed", problem: refused });
  await settled();
  expect(queue.store.get().uploads.map(({ problem }) => problem)).toEqual([network, refused]);
  queue.retry(a);
  expect(states(queue)).toEqual(["a sending", "b failed"]);
  queue.discard(b);
  expect(states(queue)).toEqual(["a sending"]);
  await settled();
  expect(rig.disk.size).toBe(1);
});

test("a file sent before its task was there is sent again until it is", async ({ rig, queue }) => {
  queue.add(boardId, taskId, [fileOf("a")]);
  rig.sendings[0]!.end({ outcome: "failed", problem: { kind: "refused", code: "TASK_NOT_FOUND", details: {} } });
  await settled();
  expect([states(queue), rig.sendings.length]).toEqual([["a sending"], 2]);
  rig.sendings[1]!.end({ outcome: "sent" });
  await settled();
  expect(states(queue)).toEqual(["a sent"]);
});

test("a cancelled upload is gone at once, and lets the next one go", async ({ rig, queue }) => {
  const [a] = queue.add(boardId, taskId, ["a", "b", "c"].map(fileOf));
  queue.discard(a!);
  await settled();
  expect(states(queue)).toEqual(["b sending", "c sending"]);
  await settled();
  expect([...rig.disk.values()].map(({ upload }) => upload.name)).toEqual(["b", "c"]);
});
