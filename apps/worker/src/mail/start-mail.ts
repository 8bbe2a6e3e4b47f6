import { startWorkLoop, type WorkLoop } from "@kanban/messaging/work-loop";
import type { PgBoss } from "pg-boss";
import { maySend } from "../bridge/instance.repository.ts";
import { letterJobs } from "../jobs/queues.ts";
import { settleJob } from "../jobs/settle-job.ts";
import { workQueue } from "../jobs/work-queue.ts";
import { type LetterDeps, sendLetter } from "./send-letter.ts";

/**
 * Works the queue of letters while letters may leave, and leaves it alone otherwise: what waits costs no attempt.
 * `stop` lets the letter in hand leave.
 */
export function startMail(boss: PgBoss, deps: Omit<LetterDeps, "boss">): WorkLoop {
  const letterDeps = { ...deps, boss };
  let isWorking = false;
  const halt = async () => {
    if (isWorking) await boss.offWork(letterJobs.name, { wait: true });
    isWorking = false;
  };
  const loop = startWorkLoop({
    step: async () => {
      const isOpen = await maySend(deps.pool);
      if (!isOpen) await halt();
      else if (!isWorking) {
        isWorking = true;
        await workQueue(boss, letterJobs, (jobs) =>
          Promise.all(jobs.map((job) => settleJob(job, deps.log, () => sendLetter(letterDeps, job)))),
        );
      }
      return 0;
    },
    onError: (error) => deps.log.warn({ err: error, component: "mail" }, "letters wait"),
  });
  return {
    ...loop,
    stop: async () => {
      await loop.stop();
      await halt();
    },
  };
}
