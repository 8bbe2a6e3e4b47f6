import { clear, del, set, values } from "idb-keyval";
import type { AttachmentId, UserId } from "@kanban/domain/ids";
import { uploadsStore } from "../../../sync/device-stores.ts";
import type { Upload } from "./upload.ts";

export type KeptUpload = { upload: Upload; file: Blob; keptAt: number };

/** Files kept on this device until they are sent. Every method may reject (disk full, private window). */
export type KeptUploads = {
  load(): Promise<KeptUpload[]>;
  /** Rejects when it would be more than fits. */
  keep(kept: KeptUpload): Promise<void>;
  forget(id: AttachmentId): Promise<void>;
  clear(): Promise<void>;
};

/** Browsers give a site some gigabytes at most and take all of it back at once when they run short. */
const keptBytes = 200 * 1024 * 1024;

/** Keeps files in IndexedDB, in a database of that user's own. */
export function createKeptUploads(userId: UserId): KeptUploads {
  const files = uploadsStore(userId);
  const load = async () => (await values<KeptUpload>(files())).sort((a, b) => a.keptAt - b.keptAt);
  return {
    load,
    async keep(kept) {
      const total = (await load()).reduce((sum, { upload }) => sum + upload.size, kept.upload.size);
      if (total > keptBytes) throw new Error("More files than this device should keep");
      await set(kept.upload.id, kept, files());
    },
    forget: (id) => del(id, files()),
    clear: () => clear(files()),
  };
}
