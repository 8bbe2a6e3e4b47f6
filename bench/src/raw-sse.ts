import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";

/*
 * The floor under the live stream, as a process of its own: a bare Node server that moves a task with one statement and
 * writes half a kilobyte to every open connection. No rights, no log, no resume. Started by fan-out.ts.
 */

const move = `WITH clock AS (UPDATE board SET seq = seq + 1 WHERE id = $1 RETURNING seq)
  UPDATE task SET column_id = $3, version = version + 1 FROM clock WHERE task.id = $2 RETURNING clock.seq`;

const pool = new pg.Pool({ connectionString: process.argv[2], max: 4 });
pool.on("error", () => {});
const streams = new Set<ServerResponse>();
const padding = "x".repeat(400);

const server = createServer((request, response) => {
  if (request.method === "GET") {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": open\n\n");
    streams.add(response);
    response.on("close", () => streams.delete(response));
    return;
  }
  let body = "";
  request.on("data", (chunk) => (body += String(chunk)));
  request.on("end", () => void answer(body, response));
});

async function answer(body: string, response: ServerResponse): Promise<void> {
  const { id, boardId, taskId, columnId } = JSON.parse(body) as Record<string, string>;
  await pool.query({ name: "move", text: move, values: [boardId, taskId, columnId] });
  const message = `data: ${JSON.stringify({ id, taskId, columnId, padding })}\n\n`;
  for (const stream of streams) stream.write(message);
  response.end("{}");
}

server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
