import { setTimeout as delay } from "node:timers/promises";
import { ask } from "../rig/person.ts";
import { pursue } from "../rig/pursue.ts";
import { startWorkload } from "../rig/workload.ts";
import type { Scene } from "./scene.ts";

/** Together about fifteen requests a second: enough to meet every fault, not enough to be one. */
const pauseMs = 300;

/** Two people change each board and one looks at it, all the time, until it is over. */
export async function keepChanging({ rig, random, boards, over: signal }: Scene): Promise<void> {
  await Promise.all(
    boards.flatMap((board) => {
      const workload = startWorkload(board, random);
      const write = async () => {
        const intent = workload.next();
        const { outcome } = await pursue(board.person, rig.ledger, intent, { attempts: 40, signal });
        if (intent.procedure === "task.create" && outcome.kind === "acknowledged")
          workload.created(String(intent.input["taskId"]));
      };
      // "Busy" is an answer here; whether it was a good one is the watch's to say.
      const read = () => ask(board.person, "board.snapshot", { boardId: board.id }).catch(() => {});
      return [write, write, read].map(async (act) => {
        while (!signal.aborted) {
          await act();
          await delay(pauseMs);
        }
      });
    }),
  );
}
