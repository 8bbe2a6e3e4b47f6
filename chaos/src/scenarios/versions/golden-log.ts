import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";

const folder = new URL("../../../../packages/events/golden/", import.meta.url);

/** An envelope to send, as JSON may be. */
export type Sent = Record<string, unknown> & { id: string; type: string; version: number };

/** Every event as some release wrote it; each of a board as the first of a board of its own. */
export function readGoldenLog(epoch: string): { name: string; envelope: Sent }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const written = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Sent;
      const boardId = written["boardId"] === null ? null : randomUUID();
      const boardSeq = written["boardSeq"] === null ? null : 1;
      return { name, envelope: { ...written, id: randomUUID(), boardId, boardSeq, epoch } };
    });
}

/** Puts events into an inbox as the other side's relay would, with its rights. */
export async function send(publisherUrl: string, envelopes: readonly Sent[]): Promise<void> {
  const client = new pg.Client({ connectionString: publisherUrl, application_name: "kanban-other-relay" });
  client.on("error", () => {});
  await client.connect();
  try {
    for (const envelope of envelopes)
      await client.query(
        "INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        [envelope.id, envelope.type, envelope.version, JSON.stringify(envelope)],
      );
  } finally {
    await client.end();
  }
}
