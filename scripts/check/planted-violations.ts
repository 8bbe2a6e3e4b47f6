/**
 * A small tree in which every wall of .dependency-cruiser.cjs is broken once, by path and source text. It is written to
 * a temporary folder and checked: a rule that does not catch its violation here is blind.
 */
export const plantedViolations: Record<string, { breaks: string[]; source: string }> = {
  // What the violations reach for.
  "packages/db-api/src/client.ts": { breaks: [], source: `export * from "./generated/client.ts";` },
  "packages/db-api/src/generated/client.ts": { breaks: [], source: `export const client = "api";` },
  "packages/db-worker/src/client.ts": { breaks: [], source: `export const client = "worker";` },
  "packages/messaging/src/relay.ts": { breaks: [], source: `export const relay = 1;` },
  "packages/testing/src/fake-clock.ts": { breaks: [], source: `export const clock = 1;` },
  "packages/api/src/operation.ts": { breaks: [], source: `export const operation = 1;` },

  "packages/schema-engine/src/egg.ts": {
    breaks: ["no-cycles"],
    source: `import { hen } from "./hen.ts"; export const egg = () => hen;`,
  },
  "packages/schema-engine/src/hen.ts": {
    breaks: [],
    source: `import { egg } from "./egg.ts"; export const hen = () => egg;`,
  },
  "packages/schema-engine/src/lost.ts": { breaks: ["everything-resolves"], source: `import "./gone.ts";` },

  // Two steps away, as it would really happen: nobody imports the other database directly.
  "packages/shared/src/shortcut-to-api.ts": {
    breaks: ["only-repositories-take-a-prisma-client"],
    source: `export { client } from "../../db-api/src/client.ts";`,
  },
  "apps/worker/src/peek.ts": {
    breaks: ["worker-never-reaches-api-db"],
    source: `import { client } from "../../../packages/shared/src/shortcut-to-api.ts"; console.log(client);`,
  },
  "packages/shared/src/shortcut-to-worker.ts": {
    breaks: [],
    source: `export { client } from "../../db-worker/src/client.ts";`,
  },
  "apps/api/src/peek.ts": {
    breaks: ["api-never-reaches-worker-db"],
    source: `import { client } from "../../../packages/shared/src/shortcut-to-worker.ts"; console.log(client);`,
  },

  "packages/domain/src/impure.ts": {
    breaks: ["domain-is-pure"],
    source: `import { readFileSync } from "node:fs"; console.log(readFileSync);`,
  },
  "packages/events/src/impure.ts": {
    breaks: ["events-know-only-the-domain"],
    source: `import { createHash } from "node:crypto"; console.log(createHash);`,
  },
  "packages/messaging/src/clever.ts": {
    breaks: ["messaging-carries-and-does-not-understand"],
    source: `import { operation } from "../../api/src/operation.ts"; console.log(operation);`,
  },
  "packages/api/src/transport.ts": {
    breaks: ["operations-know-no-transport", "packages-do-not-know-apps"],
    source: `import { peek } from "../../../apps/web/src/screen.ts"; console.log(peek);`,
  },
  "apps/api/src/past-the-door.ts": {
    breaks: ["generated-clients-have-one-door"],
    source: `import { client } from "../../../packages/db-api/src/generated/client.ts"; console.log(client);`,
  },
  "apps/web/src/screen.ts": {
    breaks: ["web-takes-only-types-of-the-api"],
    source: `import { operation } from "../../../packages/api/src/operation.ts"; export const peek = operation;`,
  },
  "apps/web/src/sql.ts": {
    breaks: ["web-has-no-database-and-no-secret", "apps-do-not-know-each-other"],
    source: `import "../../../packages/messaging/src/relay.ts"; import "../../api/src/peek.ts";`,
  },
  "apps/extension/src/borrowed.ts": {
    breaks: ["extension-takes-only-the-domain"],
    source: `import { operation } from "../../../packages/api/src/operation.ts"; console.log(operation);`,
  },
  "node_modules/undici/package.json": { breaks: [], source: `{ "name": "undici", "main": "index.js" }` },
  "node_modules/undici/index.js": { breaks: [], source: `export const request = 1;` },
  "apps/worker/src/past-the-guard.ts": {
    breaks: ["one-door-to-addresses-of-strangers"],
    source: `import { request } from "undici"; console.log(request);`,
  },
  "apps/api/src/thing.test.ts": { breaks: [], source: `export const thing = 1;` },
  "apps/api/src/leans-on-tests.ts": {
    breaks: ["tests-are-not-imported", "testing-is-for-tests"],
    source: `import "./thing.test.ts"; import "../../../packages/testing/src/fake-clock.ts";`,
  },
};
