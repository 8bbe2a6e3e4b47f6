import { setTimeout as delay } from "node:timers/promises";
import { assertNever } from "@kanban/domain/assert-never";
import type { Program } from "../../rig/program.ts";
import type { Timing } from "../../wire/fault.ts";
import { acts, type Stage } from "./acts.ts";
import type { Place, Point } from "./places.ts";

/**
 * - `kill`: SIGKILL, and started again;
 * - `error`: the statement fails in the server, or, where it is done already, the server closes the connection;
 * - `hang`: nothing is sent or answered on this connection any more;
 * - `cut`: the connection ends;
 * - `stop`: SIGSTOP for fifteen seconds, as long as a blocked event loop; a second replica comes meanwhile.
 */
export const blows = ["kill", "error", "hang", "cut", "stop"] as const;
export type Blow = (typeof blows)[number];

/** A place nobody came by in this time is not on the way: its pattern is out of date. */
const hitWithinMs = 90_000;
const stoppedMs = 15_000;

/** A stage whose api may be replaced for a while. */
export type MovingStage = Stage & { askAt(apiUrl: string): void };

/**
 * One case up to the moment where the process works again and whoever asked has what they wanted. The bridge may still
 * be busy with it.
 * @throws what went wrong
 */
export async function strike(stage: MovingStage, place: Place, blow: Blow): Promise<void> {
  const { rig } = stage;
  const victim = rig[place.victim];
  const act = await acts[place.act](stage);
  const struck = Promise.withResolvers<void>();
  const arm = () => {
    const armed = armPoint(stage, place, timingOf(place, blow), () => hit(victim, blow));
    armed.hit.then(() => struck.resolve(), struck.reject);
    return armed;
  };
  const first = place.onceAfter
    ? armPoint(stage, place.onceAfter, { moment: place.onceAfter.moment, effect: "pass" }, () => void arm())
    : arm();
  const wished = act();
  // Looked at below, after what the blow needs.
  wished.catch(() => {});
  const inTime = new AbortController();
  const late = delay(hitWithinMs, null, { signal: inTime.signal }).then(() => {
    throw new Error(`nobody came by "${place.name}" in ${hitWithinMs / 1_000} s (${first.matched()} passed before)`);
  });
  late.catch(() => {});
  await Promise.race([struck.promise, late]).finally(() => inTime.abort());
  await recover(stage, place, blow, wished);
  await wished;
}

const armPoint = (
  { rig }: Stage,
  { wire, applicationName, statement, inTransactionAfter }: Point,
  timing: Timing,
  call: () => void | Promise<void>,
) =>
  rig.wires[wire].arm({
    applicationName,
    statement,
    ...(inTransactionAfter ? { inTransactionAfter } : {}),
    ...timing,
    call,
  });

async function hit(victim: Program, blow: Blow): Promise<void> {
  if (blow === "kill") await victim.kill();
  if (blow === "stop") victim.signal("SIGSTOP");
}

function timingOf({ moment }: Point, blow: Blow): Timing {
  switch (blow) {
    case "kill":
    case "cut":
      return { moment, effect: "cut" };
    case "hang":
      return { moment, effect: "swallow" };
    case "stop":
      return { moment, effect: "pass" };
    case "error":
      return moment === "before-send" ? { moment, effect: { error: "53100" } } : { moment, effect: { fatal: "57P01" } };
    default:
      return assertNever(blow);
  }
}

async function recover(stage: MovingStage, place: Place, blow: Blow, wished: Promise<unknown>): Promise<void> {
  const { rig } = stage;
  const victim = rig[place.victim];
  if (blow === "kill") await victim.start();
  if (blow === "stop") {
    const over = delay(stoppedMs);
    const twin = await (place.victim === "api" ? rig.addApi("api-twin") : rig.addWorker("worker-twin"));
    try {
      await twin.start();
      if (place.victim === "api") stage.askAt(twin.url);
      await over;
    } finally {
      victim.signal("SIGCONT");
    }
    await Promise.allSettled([wished]);
    stage.askAt(rig.apiUrl);
    await twin.terminate();
  }
}
