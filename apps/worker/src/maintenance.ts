import { eventOutbox } from "@kanban/messaging/outbox-table";
import { pruneBridge } from "@kanban/messaging/prune-bridge";
import { startWorkLoop, type WorkLoop } from "@kanban/messaging/work-loop";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { forgetOldProposals } from "./jobs/proposal.repository.ts";
import { forgetOldChanges } from "./learning/memory.repository.ts";
import { forgetOldPages } from "./pages/page.repository.ts";
import { completePoorBoards } from "./projection/complete-poor-boards.ts";
import { forgetGoneTasks } from "./projection/forget-gone-tasks.repository.ts";

const everyMs = 60 * 60 * 1000;

/**
 * Once an hour: forgets events that were handled or published long ago and tasks long gone, and asks for boards of which
 * an older build knew less. Safe in every worker at once.
 */
export function startMaintenance({ pool, log }: { pool: Pool; log: Logger }): WorkLoop {
  return startWorkLoop({
    everyMs,
    step: async () => {
      const pruned = await pruneBridge(pool, eventOutbox);
      await forgetGoneTasks(pool);
      await completePoorBoards(pool);
      await forgetOldProposals(pool);
      await forgetOldChanges(pool);
      await forgetOldPages(pool);
      if (pruned > 0) log.info({ pruned }, "old events forgotten");
      return 0;
    },
    onError: (error) => log.warn({ err: error, component: "maintenance" }, "old events could not be forgotten"),
  });
}
