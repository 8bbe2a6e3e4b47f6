import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Writes the executable that PRISMA_SCHEMA_ENGINE_BINARY names, and returns its path.
 * A two-line shell script with absolute paths, since the CLI starts it with whatever `node` the machine has, which may
 * be too old to run TypeScript. Written anew each time: the project may have moved.
 */
export function writeLauncher(folder: string, interpreter: string = process.execPath): string {
  const main = fileURLToPath(new URL("main.ts", import.meta.url));
  const file = path.resolve(folder, "schema-engine");
  mkdirSync(folder, { recursive: true });
  // Two commands may start at once: neither may see half a script.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `#!/bin/sh\nexec ${quote(interpreter)} ${quote(main)} "$@"\n`, { mode: 0o755 });
  renameSync(draft, file);
  return file;
}

const quote = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
