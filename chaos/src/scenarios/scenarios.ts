import type { Scenario } from "../scenario.ts";
import { captureMail } from "./capture-mail.ts";
import { duplicatesAndDisorder } from "./duplicates-and-disorder.ts";
import { hungListener } from "./hung-listener.ts";
import { killMatrix } from "./kill-matrix.ts";
import { liveStreams } from "./live-streams.ts";
import { nthFailure } from "./nth-failure.ts";
import { randomKills } from "./random-kills.ts";
import { restoredDatabases } from "./restored-databases.ts";
import { resourceFaults } from "./resource-faults.ts";
import { splitMigration } from "./split-migration.ts";
import { startAndStop } from "./start-and-stop.ts";
import { twoReplicas } from "./two-replicas.ts";
import { versionsSideBySide } from "./versions-side-by-side.ts";
import { wipAndOrder } from "./wip-and-order.ts";

/** In the order they begin: the longest first, so that no lane is left with one of them at the end. */
export const scenarios: readonly Scenario[] = [
  killMatrix,
  splitMigration,
  randomKills,
  liveStreams,
  twoReplicas,
  restoredDatabases,
  resourceFaults,
  captureMail,
  duplicatesAndDisorder,
  wipAndOrder,
  startAndStop,
  versionsSideBySide,
  hungListener,
  nthFailure,
];
