import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { PassThrough, type Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import pg, { type ClientBase } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { TableManifest } from "./manifest.ts";
import type { Table } from "./list-tables.ts";

const quoted = (names: readonly string[]) => names.map((name) => pg.escapeIdentifier(name)).join(", ");
const nameOf = ({ schema, name }: { schema: string; name: string }) => quoted([schema]) + "." + quoted([name]);

type Copied = Pick<TableManifest, "rows" | "sha256">;

/**
 * Reads a table in the order of its key; into a compressed file, or into nothing but its checksum. In PostgreSQL's text
 * format, which is the same in every version and readable without it.
 */
export async function copyOut(
  client: ClientBase,
  table: Omit<Table, "schema"> & { schema: string },
  file: string | null,
): Promise<Copied> {
  const source = client.query(
    copyTo(`COPY (SELECT ${quoted(table.columns)} FROM ${nameOf(table)} ORDER BY ${quoted(table.key)}) TO STDOUT`),
  );
  const hash = createHash("sha256");
  const target = file ? [createGzip(), createWriteStream(file, { mode: 0o600, flags: "wx" })] : [nowhere()];
  await pipeline([source, through(hash), ...target]);
  return { rows: source.rowCount, sha256: hash.digest("hex") };
}

/** Writes a file's rows into a table that has none. */
export async function copyIn(
  client: ClientBase,
  table: Pick<Table, "schema" | "name" | "columns">,
  file: string,
): Promise<void> {
  const target = client.query(copyFrom(`COPY ${nameOf(table)} (${quoted(table.columns)}) FROM STDIN`));
  await pipeline(createReadStream(file), createGunzip(), target);
}

/** The checksum of a file's rows. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), createGunzip(), through(hash), nowhere());
  return hash.digest("hex");
}

function through(hash: Hash): Transform {
  const tap = new PassThrough();
  tap.on("data", (chunk: Buffer) => hash.update(chunk));
  return tap;
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
