import { eventOutbox } from "@kanban/messaging/outbox-table";
import { pruneBridge } from "@kanban/messaging/prune-bridge";
import { runEach } from "@kanban/messaging/run-each";
import { startWorkLoop, type WorkLoop } from "@kanban/messaging/work-loop";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { forgetOldRuns } from "./jobs/forget-old-runs.repository.ts";
import { forgetOldProposals } from "./jobs/proposal.repository.ts";
import { forgetOldChanges } from "./learning/memory.repository.ts";
import { forgetWordsOfLetters } from "./mail/delivery.repository.ts";
import { forgetOldPages } from "./pages/page.repository.ts";
import { forgetOldPreviews } from "./previews/preview.repository.ts";
import { completePoorBoards } from "./projection/complete-poor-boards.ts";
import { forgetGoneTasks } from "./projection/forget-gone-tasks.repository.ts";

const everyMs = 60 * 60 * 1000;

/**
 * Once an hour: forgets events that were handled or published long ago and tasks long gone, and asks for boards of which
 * an older build knew less. Safe in every worker at once.
 */
export function startMaintenance({ pool, log }: { pool: Pool; log: Logger }): WorkLoop {
  let askedAt = Number.NEGATIVE_INFINITY;
  return startWorkLoop({
    everyMs,
    step: async () => {
      await runEach([
        async () => {
          const pruned = await pruneBridge(pool, eventOutbox);
          if (pruned > 0) log.info({ pruned }, "old events forgotten");
        },
        () => forgetGoneTasks(pool),
        () => forgetOldProposals(pool),
        () => forgetOldChanges(pool),
        () => forgetOldPages(pool),
        () => forgetOldRuns(pool),
        () => forgetOldPreviews(pool),
        () => forgetWordsOfLetters(pool),
        async () => {
          // Once an hour also while another step fails and all are tried again: the API has to answer each time.
          if (performance.now() - askedAt < everyMs) return;
          await completePoorBoards(pool);
          askedAt = performance.now();
        },
      ]);
      return 0;
    },
    onError: (error) => log.warn({ err: error, component: "maintenance" }, "what is old could not all be forgotten"),
  });
}
