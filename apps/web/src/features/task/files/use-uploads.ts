"use client";

import type { TaskId } from "@kanban/domain/ids";
import { useMemo, useSyncExternalStore } from "react";
import { useSignedInUser } from "../../auth/signed-in.tsx";
import type { Upload } from "./upload.ts";
import type { UploadQueue } from "./upload-queue.ts";
import { uploadsOf } from "./uploads.ts";

const nobody = { subscribe: () => () => {}, get: () => none };
const none: { uploads: readonly Upload[] } = { uploads: [] };

/** The queue of whoever is signed in; `null` while that is not known. */
export function useUploadQueue(): UploadQueue | null {
  const user = useSignedInUser();
  return user && uploadsOf(user.id);
}

/** The files on their way to a task. */
export function useUploads(taskId: TaskId): readonly Upload[] {
  const queue = useUploadQueue();
  const { subscribe, get } = queue?.store ?? nobody;
  const { uploads } = useSyncExternalStore(subscribe, get, () => none);
  return useMemo(() => uploads.filter((upload) => upload.taskId === taskId), [uploads, taskId]);
}
