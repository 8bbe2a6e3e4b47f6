import type { Envelope } from "@kanban/events/envelope";
import { startWebRig } from "@kanban/safe-fetch/testing/web-rig";
import { bothDbTest } from "@kanban/testing/database-tests";
import { waitFor } from "@kanban/testing/wait-for";
import { pino } from "pino";
import { expect } from "vitest";
import { linkAgent } from "./agents/link.ts";
import { envelopeOf, taskCreated, taskId } from "./fixtures.ts";
import { pageReader } from "./pages/look-up-page.ts";
import { startWorker } from "./start-worker.ts";

bothDbTest(
  "a captured link comes back to the API as what its page is, and the page was asked for by a robot with a name",
  async ({ workerDatabase, apiDatabase, clock }) => {
    const rig = await startWebRig({
      site: (_request, response) =>
        void response
          .writeHead(200, { "content-type": "text/html" })
          .end('<title>Roof | Energy agency</title><meta name="description" content="What it costs.">'),
    });
    const worker = await startWorker(
      {
        ...{ WORKER_DATABASE_URL: workerDatabase.url, WORKER_TO_API_URL: apiDatabase.publisherUrl },
        ...{ PORT: 0, HOST: "127.0.0.1", LOG_LEVEL: "silent" },
      },
      pino({ level: "silent" }),
      clock.now,
      undefined,
      ({ pool, now }) => [linkAgent(pageReader({ pool, fetchPage: rig.fetch, now }))],
    );
    await worker.ready;
    const url = "http://example.org/roof";
    const created: Envelope = envelopeOf(taskCreated({ title: url }), 1);
    await workerDatabase.pool.query("INSERT INTO event_inbox (id, type, version, envelope) VALUES ($1, $2, $3, $4)", [
      created.id,
      created.type,
      created.version,
      JSON.stringify(created),
    ]);
    await workerDatabase.pool.query("NOTIFY event_inbox");
    const payload = await waitFor(async () => {
      const { rows } = await apiDatabase.pool.query<{ envelope: Envelope }>(
        "SELECT envelope FROM event_inbox WHERE type = 'hints.proposed'",
      );
      return rows[0]?.envelope.payload ?? null;
    });
    expect(payload).toMatchObject({
      taskId,
      agent: "link",
      hints: [
        {
          value: { kind: "link", url, title: "Roof | Energy agency", site: "example.org", extract: "What it costs." },
          evidence: { from: "page", url, text: "What it costs." },
        },
      ],
    });
    const progress = await waitFor(async () => {
      const { rows } = await apiDatabase.pool.query<{ payload: object }>(
        "SELECT envelope -> 'payload' AS payload FROM event_inbox WHERE type = 'reading.reported' ORDER BY position",
      );
      return rows.length === 2 ? rows.map(({ payload }) => payload) : null;
    });
    const word = { taskId, taskVersion: 1, agent: "link", attempt: 0 };
    expect(progress).toEqual([
      { ...word, state: "reading" },
      { ...word, state: "ended" },
    ]);
    expect(rig.requests.at(-1)?.headers["user-agent"]).toContain("PersonalKanban");
    await worker.stop();
    await rig.stop();
  },
);
