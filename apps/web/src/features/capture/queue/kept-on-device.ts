import { clear, get, promisifyRequest } from "idb-keyval";
import type { UserId } from "@kanban/domain/ids";
import { capturesStore } from "../../../sync/device-stores.ts";
import type { Capture } from "./capture.ts";
import { filesGone, type KeptCaptures } from "./kept-captures.ts";

/** Browsers give a site some gigabytes at most and take all of it back at once when they run short. */
const keptBytes = 200 * 1024 * 1024;

const captureKey = (id: string) => `capture/${id}`;
const fileKey = (id: string) => `file/${id}`;
const allCaptures = () => IDBKeyRange.bound("capture/", "capture/\uffff");

/** Keeps captures and their files in IndexedDB, in a database of that user's own; each act is one transaction. */
export function createKeptOnDevice(userId: UserId): KeptCaptures {
  const kept = capturesStore(userId);
  return {
    keep: (captures, bytes) =>
      kept()("readwrite", async (objects) => {
        const there = await promisifyRequest<Capture[]>(objects.getAll(allCaptures()));
        const isThere = new Set(there.map(({ id }) => id));
        const added = captures.filter(({ id }) => !isThere.has(id));
        const total = [...there, ...added].flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0);
        if (total > keptBytes) throw new Error("More files than this device should keep");
        for (const capture of added) {
          objects.put(capture, captureKey(capture.id));
          for (const { id } of capture.files) objects.put(bytes.get(id), fileKey(id));
        }
        await promisifyRequest(objects.transaction);
      }),
    // Keys sort as ids do, which is the order of capturing.
    list: () => kept()("readonly", (objects) => promisifyRequest<Capture[]>(objects.getAll(allCaptures()))),
    bytesOf: (id) => get<Blob>(fileKey(id), kept()),
    change: (id, change) =>
      kept()("readwrite", async (objects) => {
        const before = await promisifyRequest<Capture | undefined>(objects.get(captureKey(id)));
        if (!before) return;
        const after = change(before);
        if (after) objects.put(after, captureKey(id));
        else objects.delete(captureKey(id));
        for (const gone of filesGone(before, after)) objects.delete(fileKey(gone));
        await promisifyRequest(objects.transaction);
      }),
    clear: () => clear(kept()),
  };
}
