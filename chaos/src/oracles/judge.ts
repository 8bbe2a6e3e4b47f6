import { acknowledgedIsDurable } from "./acknowledged-is-durable.ts";
import { boardsAreWhole } from "./boards-are-whole.ts";
import { bridgeIsComplete } from "./bridge-is-complete.ts";
import { hintsAreOnce } from "./hints-are-once.ts";
import { oncePerIntent } from "./once-per-intent.ts";
import type { Oracle } from "./oracle.ts";
import { projectionIsEqual } from "./projection-is-equal.ts";

const oracles: Readonly<Record<string, Oracle>> = {
  "acknowledged is durable": acknowledgedIsDurable,
  "once per intent": oncePerIntent,
  "boards are whole": boardsAreWhole,
  "the bridge is complete": bridgeIsComplete,
  "the projection is equal": projectionIsEqual,
  "hints are once": hintsAreOnce,
};

/** Asks every oracle; what they find names them. To be asked when all is quiet. */
export async function judge(rig: Parameters<Oracle>[0]): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(oracles).map(async ([name, look]) => (await look(rig)).map((wrong) => `${name}: ${wrong}`)),
  );
  return found.flat();
}
