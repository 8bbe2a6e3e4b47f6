import { errorWords } from "@kanban/messaging/permanent-error";
import { installationStorage } from "../backup/installation-storage.ts";
import type { Finding } from "./finding.ts";

/** Whether attachments can be stored. Writes a byte and takes it away again. */
export async function lookAtFiles(env: Record<string, string | undefined>): Promise<Finding> {
  const about = "attachments";
  try {
    const { storage, where } = installationStorage(env);
    await storage.checkWritable();
    return { verdict: "ok", about, found: `can be stored in ${where}` };
  } catch (error) {
    return {
      ...{ verdict: "failed", about, found: errorWords(error) },
      todo: "See that ATTACHMENTS_DIR (or the bucket of S3_ENDPOINT) is there, has room, and may be written by api and worker.",
    };
  }
}
