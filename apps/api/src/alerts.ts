import type { ApiDeps } from "@kanban/api/context";
import { writeAlert } from "@kanban/api/operations/write-alert";
import { startWorkLoop, type WorkLoop } from "@kanban/messaging/work-loop";
import type { Logger } from "pino";

const everyMs = 60_000;

/** Looks every minute whether administrators are to be told of something set aside. Safe in every replica at once. */
export function startAlerts(
  deps: Pick<ApiDeps, "pool" | "clock">,
  { appUrl, log }: { appUrl: string; log: Logger },
): WorkLoop {
  return startWorkLoop({
    everyMs,
    step: async () => {
      const letters = await writeAlert(deps, { appUrl });
      if (letters > 0) log.warn({ letters }, "something was set aside: administrators are written to");
      return 0;
    },
    onError: (error) => log.warn({ err: error, component: "alerts" }, "nobody could be told of what was set aside"),
  });
}
