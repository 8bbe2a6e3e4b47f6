import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "./fault.ts";
import { measureRecovery } from "./measure-recovery.ts";
import type { Scene } from "./scene.ts";

/** G12: whatever is broken, an answer comes within this. */
const answeredWithinMs = 5_000;
/** Everything works again so long after any fault, without a restart. */
const recoveredWithinMs = 30_000;

/** Lets a fault happen; answers what was wrong and, in one line, what it was like. */
export async function endure(scene: Scene, fault: Fault, holdMs: number): Promise<{ wrong: string[]; told: string }> {
  const { watch, rig } = scene;
  watch.take();
  const endsBefore = rig.surprises().length;
  const lift = await fault.strike(scene);
  const wrong: string[] = [];
  // What fails meanwhile must not leave the fault in place for those that follow.
  const look = async () => {
    const found = fault.during?.(scene).catch((error: Error) => [`while it held: ${error.message}`]);
    wrong.push(...((await found) ?? []));
  };
  await Promise.all([delay(holdMs), look()]);
  const meanwhile = watch.take();
  await lift();
  const { apiMs, relayMs, backMs } = await measureRecovery(scene).catch((error: Error) => {
    throw new Error(`${fault.name}: ${error.message}`, { cause: error });
  });
  await Promise.all(scene.background.splice(0));
  const afterwards = watch.take();
  const expect = (what: string, ms: number, withinMs = recoveredWithinMs) =>
    ms > withinMs && wrong.push(`${what} ${ms} ms after its end, not within ${withinMs}`);
  expect("the API worked", apiMs, fault.apiWithinMs);
  expect("events moved", relayMs, fault.relayWithinMs);
  expect("everything worked", backMs);
  const answers = [...meanwhile, ...afterwards];
  wrong.push(...new Set(answers.flatMap((answer) => answer.wrong ?? [])));
  const late = answers.filter(({ ms }) => ms > answeredWithinMs).length;
  if (late > 0) wrong.push(`${late} of ${answers.length} answers took more than ${answeredWithinMs} ms`);
  const busy = answers.filter(({ isBusy }) => isBusy).length;
  if (fault.noticed === "nothing" && busy > 0) wrong.push(`${busy} of ${answers.length} were told to come back`);
  wrong.push(...rig.surprises().slice(endsBefore));
  const longestMs = Math.round(Math.max(0, ...answers.map(({ ms }) => ms)));
  return {
    wrong: wrong.map((line) => `${fault.name}: ${line}`),
    told: `${answers.length} answers (${busy} busy, longest ${longestMs} ms); api ${apiMs} ms, relay ${relayMs} ms, all ${backMs} ms after`,
  };
}
