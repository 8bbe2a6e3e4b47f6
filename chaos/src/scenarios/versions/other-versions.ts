import { rewritingArgs } from "../../rig/rewriting.ts";

/*
 * There is no other release to run, so they are made from today's source. A newer one says things today's does not
 * know; an older one does not know things today's says.
 */

/** Writes an event of a new type, one of a later version, and fields nobody knows in payloads and envelopes. */
export const newerApi = rewritingArgs(
  {
    file: "packages/api/src/change-log.repository.ts",
    rewrites: [
      { from: "type: change.type,", to: `type: change.type === "tag.created" ? "tag.polished" : change.type,` },
      {
        from: "version: versionOf(change),",
        to: `version: change.type === "context.created" ? versionOf(change) + 1 : versionOf(change),`,
      },
      { from: "payload: change.payload,", to: `payload: { ...change.payload, mood: "sure" },` },
    ],
  },
  {
    file: "packages/messaging/src/outbox-table.ts",
    rewrites: [{ from: "'payload', payload)", to: "'payload', payload, 'traceId', id)" }],
  },
);

/** Says everything it says with fields nobody knows, and again as a type and as a version nobody knows. */
export const newerWorker = rewritingArgs({
  file: "apps/worker/src/jobs/agent-run.repository.ts",
  rewrites: [
    {
      from: "values: [JSON.stringify(envelopes)],",
      to: `values: [JSON.stringify(envelopes.flatMap((told) => [
        { ...told, traceId: told.id, payload: { ...told.payload, mood: "sure" } },
        { ...told, id: crypto.randomUUID(), type: "hints.sung" },
        { ...told, id: crypto.randomUUID(), version: told.version + 1 },
      ]))],`,
    },
  ],
});

/** Knows neither contexts nor what the API's instance says. */
export const olderWorker = rewritingArgs({
  file: "apps/worker/src/dispatcher.ts",
  rewrites: [
    {
      from: "const definitions = { ...boardEvents, ...snapshotEvents, ...instanceEvents };",
      to: `const { "context.created": _created, "context.updated": _updated, ...olderEvents } = boardEvents;
           const definitions = { ...olderEvents, ...snapshotEvents };`,
    },
  ],
});
