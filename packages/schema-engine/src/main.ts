// The program the Prisma CLI starts in place of its native schema engine, which is not on the npm registry.
// It answers with Prisma's own engine compiled to WebAssembly.
import { createInterface } from "node:readline";
import { createAdapterFactory } from "./adapter.ts";
import { answer, FAILED_REQUEST, refuse, requestId, type OutgoingLine } from "./answer.ts";
import { readArguments } from "./arguments.ts";
import { checkConnection, createDatabase, type Refusal } from "./connection-check.ts";
import { readConnection } from "./connection.ts";
import { loadEngine } from "./load-engine.ts";

const { task, url } = readArguments(process.argv.slice(2));
const connection = readConnection(url);

switch (task) {
  case "can-connect-to-database":
    finish(await checkConnection(connection));
    break;
  case "create-database":
    finish(await createDatabase(connection));
    break;
  case "serve":
    await serve();
    break;
}

function finish(refusal: Refusal | null): void {
  if (!refusal) return;
  // The CLI throws away the first line (the native engine's greeting) and parses every other one.
  const entry = (level: string, fields: object) => JSON.stringify({ level, target: "schema_engine::logger", fields });
  process.stderr.write(`${entry("INFO", { message: "schema engine" })}\n${entry("ERROR", refusal)}`);
  process.exitCode = 1;
}

async function serve(): Promise<void> {
  const send = (line: OutgoingLine) => process.stdout.write(`${JSON.stringify(line)}\n`);
  let current: number | null = null;
  const engine = await loadEngine(createAdapterFactory(connection), (panic) => {
    // The request in hand would never be answered, and the CLI takes silence for success.
    if (current !== null) send(refuse(current, FAILED_REQUEST, { message: `The schema engine stopped: ${panic}` }));
  });
  // Requests arrive one by one and may depend on each other: answer in order.
  let queue = Promise.resolve();
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    queue = queue.then(async () => {
      current = requestId(line);
      for (const outgoing of await answer(engine, line)) send(outgoing);
      current = null;
    });
  });
  // The engine keeps its connection open and has no method to close it: the end of input is the end.
  lines.on("close", () => void queue.then(() => process.exit(0)));
}
