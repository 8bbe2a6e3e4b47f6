import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const table = z.object({
  schema: z.enum(["public", "pgboss"]),
  name: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.int().nonnegative(),
  /** Of the rows in the order of the primary key, before they are compressed. */
  sha256: z.string().length(64),
  file: z.string(),
});

const side = z.object({
  /** When the snapshot all tables are read from was taken, by that database's clock. */
  takenAt: z.iso.datetime({ offset: true }),
  /** The migrations it had, in their order. */
  migrations: z.array(z.string()).min(1),
  /** Of the job engine's tables; null where there are none. */
  queueVersion: z.int().nullable(),
  /** In an order in which each may refer to those before it. */
  tables: z.array(table),
  /** Where each sequence stood. */
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
});

/** What a backup is, beside its files: `manifest.json`, written last. */
export const manifestSchema = z.object({
  format: z.literal(1),
  productVersion: z.string(),
  sides: z.object({ api: side, worker: side }),
  /** Attachments by their hashes: those in `files`, and those that were nowhere. None in older backups. */
  files: z.object({ held: z.array(z.string()), missing: z.array(z.string()) }).default({ held: [], missing: [] }),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type SideManifest = Manifest["sides"]["api"];
export type TableManifest = SideManifest["tables"][number];

const fileOf = (folder: string) => path.join(folder, "manifest.json");

export function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(fileOf(folder), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

/** @throws saying what is wrong with it, in words for an operator. */
export function readManifest(folder: string): Manifest {
  let text: string;
  try {
    text = readFileSync(fileOf(folder), "utf8");
  } catch {
    throw new Error(`${folder} is no backup: it has no manifest.json.`);
  }
  const parsed = manifestSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${fileOf(folder)} is not a manifest this version can read.`);
  return parsed.data;
}
