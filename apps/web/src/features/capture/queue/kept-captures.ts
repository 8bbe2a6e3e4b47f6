import type { AttachmentId, MutationId } from "@kanban/domain/ids";
import type { Capture, CaptureChange } from "./capture.ts";

export type Bytes = ReadonlyMap<AttachmentId, Blob>;

/** Where captures wait until they are sent. Every method may reject (disk full, private window). */
export type KeptCaptures = {
  /** All of them or none, once they would survive a crash; one that is there already stays as it is. */
  keep(captures: readonly Capture[], bytes: Bytes): Promise<void>;
  /** In the order they were captured. */
  list(): Promise<Capture[]>;
  bytesOf(id: AttachmentId): Promise<Blob | undefined>;
  /** In one step; one that is gone stays gone, and bytes go with the file they belong to. */
  change(id: MutationId, change: CaptureChange): Promise<void>;
  clear(): Promise<void>;
};

/** Keeps them as long as the page lives: for a browser that lets nothing be stored. */
export function createKeptInMemory(): KeptCaptures {
  const captures = new Map<MutationId, Capture>();
  const blobs = new Map<AttachmentId, Blob>();
  return {
    async keep(added, bytes) {
      for (const capture of added) if (!captures.has(capture.id)) captures.set(capture.id, capture);
      for (const [id, blob] of bytes) blobs.set(id, blob);
    },
    list: async () => [...captures.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    bytesOf: async (id) => blobs.get(id),
    async change(id, change) {
      const before = captures.get(id);
      if (!before) return;
      const after = change(before);
      if (after) captures.set(id, after);
      else captures.delete(id);
      for (const gone of filesGone(before, after)) blobs.delete(gone);
    },
    async clear() {
      captures.clear();
      blobs.clear();
    },
  };
}

/** The files whose bytes nobody needs any more. */
export function filesGone(before: Capture, after: Capture | null): AttachmentId[] {
  return before.files.map(({ id }) => id).filter((id) => !after?.files.some((file) => file.id === id));
}
