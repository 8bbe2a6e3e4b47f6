import { findDrift } from "../prisma/drift.ts";
import { checkBoundaries } from "./boundaries.ts";
import { complaintsOf } from "./run-command.ts";
import { checkSourceRules } from "./source-rules.ts";
import { checkTypes } from "./types.ts";
import { checkUpgrades } from "./upgrades.ts";
import { checkVersions } from "./versions.ts";

export type Check = { name: string; run: () => Promise<string[]> | string[] };

/** Everything that can be said without running the product; each check answers with what it found wrong. */
export const allChecks: readonly Check[] = [
  { name: "types", run: checkTypes },
  { name: "lint", run: () => complaintsOf("oxlint", ["--type-aware", "--quiet", "--format", "unix"]) },
  { name: "format", run: () => complaintsOf("oxfmt", ["--list-different"]) },
  { name: "boundaries", run: checkBoundaries },
  { name: "source rules", run: checkSourceRules },
  { name: "unused code", run: () => complaintsOf("knip", ["--no-progress"]) },
  { name: "versions", run: checkVersions },
  { name: "upgrades", run: checkUpgrades },
  {
    name: "schema drift",
    run: async () => (await findDrift()).map((side) => `prisma/${side}-migrations and its schema differ`),
  },
];
