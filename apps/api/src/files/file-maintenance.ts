import { forgetFiles } from "@kanban/api/attachment/forget-files";
import type { ApiDeps } from "@kanban/api/context";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import type { Logger } from "pino";

/** All that is stored is looked at: often enough for what is kept thirty days. */
const everyMs = 6 * 60 * 60 * 1000;

/** Four times a day: deletes files removed long ago. Safe in every replica at once. */
export function startFileMaintenance(
  deps: Pick<ApiDeps, "db" | "clock">,
  storage: FileStorage,
  log: Logger,
): { stop(): void } {
  const tidy = async () => {
    try {
      const { rows, files } = await forgetFiles(deps, storage);
      if (rows + files > 0) log.info({ rows, files, component: "maintenance" }, "files removed long ago are deleted");
    } catch (error) {
      log.warn({ err: error, component: "maintenance" }, "old files could not be deleted; tried again in some hours");
    }
  };
  const timer = setInterval(() => void tidy(), everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
