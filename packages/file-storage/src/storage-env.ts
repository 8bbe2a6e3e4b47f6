import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import type { FileStorage } from "./file-storage.ts";
import { openLocalStorage } from "./local-storage.ts";
import { openS3Storage } from "./s3-storage.ts";

/** The variables that say where files are; API and worker read the same. */
export const storageVariables = {
  /** The folder of the local storage; with a bucket, where files wait until all of one has come. */
  ATTACHMENTS_DIR: z.string().optional(),
  /** The address of a bucket, its name the first part of the path or of the host; files are there and not on disk. */
  S3_ENDPOINT: z
    .string()
    .refine((value) => /^https?:\/\//.test(value) && URL.canParse(value), "must be an http:// or https:// address")
    .optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
};

const storageEnvSchema = z.object(storageVariables);
export type StorageEnv = z.infer<typeof storageEnvSchema>;

/** What a bucket needs beside its address; for `refine`. */
export function hasKeysOfBucket(env: StorageEnv): boolean {
  return !env.S3_ENDPOINT || Boolean(env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY);
}

export const keysOfBucketMissing = {
  path: ["S3_ACCESS_KEY_ID"],
  error: "and S3_SECRET_ACCESS_KEY are needed (S3_ENDPOINT is set)",
};

/** Opens the storage an environment names; touches neither disk nor network yet. */
export function openStorage(env: StorageEnv): FileStorage {
  const { S3_ENDPOINT: endpoint, S3_REGION: region = "auto", ATTACHMENTS_DIR: folder } = env;
  if (!endpoint) return openLocalStorage(path.resolve(folder ?? ".data/attachments"));
  const keys = { accessKeyId: env.S3_ACCESS_KEY_ID ?? "", secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? "" };
  return openS3Storage(
    { endpoint, region, ...keys },
    folder ? path.resolve(folder) : path.join(tmpdir(), "kanban-attachments"),
  );
}
