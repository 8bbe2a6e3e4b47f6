import { setTimeout as delay } from "node:timers/promises";
import { randomFrom } from "@kanban/demo/random";
import type { ScenarioContext } from "../scenario.ts";
import type { Rig } from "./open-rig.ts";
import { type ChaosBoard, newBoard, reach, signUp } from "./person.ts";
import { pursue } from "./pursue.ts";
import { untilDone } from "./until-done.ts";
import { startWorkload } from "./workload.ts";

export type Load = {
  boards: number;
  /** Clients to a board, each at its own pace. */
  lanesPerBoard: number;
  /** All together. */
  commands: number;
  /** In which they are asked, when nothing stands in the way. */
  seconds: number;
};

/** Changes new boards, told to `onBoards`, until the commands are used up or `signal` ends them. The lanes of a board take the API's replicas in turn. */
export async function changeBoards(
  { ledger }: Pick<Rig, "ledger">,
  apiUrls: readonly [string, ...string[]],
  { boards, lanesPerBoard, commands, seconds }: Load,
  { random, retryKey }: Pick<ScenarioContext, "random" | "retryKey">,
  signal: AbortSignal,
  onBoards: (boards: readonly ChaosBoard[]) => void = () => {},
): Promise<void> {
  const lanes = boards * lanesPerBoard;
  const seeds = Array.from({ length: boards }, () => String(random.between(0, 2 ** 31)));
  const everyMs = (seconds * 1_000 * lanes) / commands;
  const made = await Promise.all(
    seeds.map(() => untilDone(async () => newBoard(await signUp(apiUrls[0])), { attempts: Infinity, signal })),
  );
  onBoards(made);
  const begin = performance.now();
  await Promise.all(
    made.map(async (board, boardIndex) => {
      const workload = startWorkload(board, randomFrom(seeds[boardIndex]!));
      const lane = async (index: number) => {
        const person = reach(apiUrls[index % apiUrls.length]!, board.person.cookie);
        for (let n = 0; n < commands / lanes && !signal.aborted; n++) {
          await delay(Math.max(0, begin + (n + index / lanesPerBoard) * everyMs - performance.now()));
          const intent = workload.next();
          // Most clients ask until they know; some give up, and their commands must still be done once or never.
          const attempts = n % 20 === 0 ? 1 : 40;
          const { outcome } = await pursue(person, ledger, intent, { attempts, retryKey, signal });
          if (intent.procedure === "task.create" && outcome.kind === "acknowledged")
            workload.created(String(intent.input["taskId"]));
        }
      };
      await Promise.all(Array.from({ length: lanesPerBoard }, (_, index) => lane(index)));
    }),
  );
}
