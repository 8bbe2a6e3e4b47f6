import type { SlowWire } from "../rig/slow-wire.ts";
import type { Fault } from "./fault.ts";

const all = ["apiDb", "apiToWorker", "workerDb", "workerToApi"] as const;

/** Does something to wires to PostgreSQL for a while. */
function onWires(
  names: readonly (typeof all)[number][],
  begin: (wire: SlowWire) => void,
  end: (wire: SlowWire) => void,
): Pick<Fault, "strike"> {
  return {
    strike: async ({ rig }) => {
      const wires = names.map((name) => rig.wires[name]);
      for (const wire of wires) begin(wire);
      return async () => {
        for (const wire of wires) end(wire);
      };
    },
  };
}

const cut = (wire: SlowWire) => wire.cut();
const swallow = (wire: SlowWire) => wire.swallow();
const heal = (wire: SlowWire) => wire.heal();

export const wiresCut: Fault = {
  name: "every wire to a PostgreSQL cut",
  holdMs: 5_000,
  noticed: "busy",
  ...onWires(all, cut, heal),
};

export const apiWiresSwallow: Fault = {
  name: "the api's wires swallow what is sent",
  holdMs: 8_000,
  noticed: "busy",
  ...onWires(["apiDb", "apiToWorker"], swallow, heal),
};

export const workerWiresSwallow: Fault = {
  name: "the worker's wires swallow what is sent",
  holdMs: 8_000,
  noticed: "nothing",
  ...onWires(["workerDb", "workerToApi"], swallow, heal),
};

export const wiresSlow: Fault = {
  name: "80 ms to a PostgreSQL and 80 ms back",
  holdMs: 8_000,
  noticed: "busy",
  ...onWires(
    all,
    (wire) => wire.delay(80),
    (wire) => wire.delay(0),
  ),
};
