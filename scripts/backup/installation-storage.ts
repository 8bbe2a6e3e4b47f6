import path from "node:path";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { openStorage, storageVariables } from "@kanban/file-storage/storage-env";
import { z } from "zod";
import { dataFolder } from "../prisma/open-databases.ts";

const given = z.object(storageVariables);

/** The files of this installation, where its processes have them. */
export function installationStorage(env: Record<string, string | undefined>): { storage: FileStorage; where: string } {
  const set = given.parse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== "")));
  const folder = path.resolve(set.ATTACHMENTS_DIR ?? path.join(dataFolder(), "attachments"));
  const where = set.S3_ENDPOINT ? `the bucket ${new URL(set.S3_ENDPOINT).host}` : folder;
  return { storage: openStorage({ ...set, ATTACHMENTS_DIR: folder }), where };
}
