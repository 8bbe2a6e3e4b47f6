import type { RoundTrip } from "./conversation.ts";
import type { Fault, Hit, Timing } from "./fault.ts";

export type Armed = {
  /** Resolves when it has fired for the first time: its call is done and its effect made. Rejects if its call failed. */
  hit: Promise<Hit>;
  disarm(): void;
};

/** A fault on its way to one round trip. `Moment` tells which effects it may have. */
export type Planned<Moment extends Timing["moment"]> = {
  /** Runs the call, then `make`s the effect. Never rejects: a call that fails cuts the connection and fails `hit`. */
  fire(make: (effect: Extract<Timing, { moment: Moment }>["effect"]) => void): Promise<void>;
};

export type Plan = { before: Planned<"before-send"> | null; after: Planned<"after-send"> | null };

export type Faults = {
  arm(fault: Fault): Armed;
  /** Decides, when a request arrives, what will happen to it. For each moment the fault armed first has its way. */
  plan(trip: RoundTrip): Plan;
  /** Hears of every round trip, whatever becomes of it, until everything is disarmed. */
  watch(onTrip: (trip: RoundTrip) => void): void;
  disarmAll(): void;
};

export function createFaults(): Faults {
  const watchers = new Set<(trip: RoundTrip) => void>();
  const armed = new Map<Fault, PromiseWithResolvers<Hit>>();

  const take = <Moment extends Timing["moment"]>(moment: Moment, trip: RoundTrip): Planned<Moment> | null => {
    for (const [fault, hit] of armed) {
      if (fault.moment !== moment || !fault.wants(trip)) continue;
      if (!fault.always) armed.delete(fault);
      const place = { applicationName: trip.applicationName, statements: trip.statements };
      return {
        fire: async (make) => {
          try {
            await fault.call?.(place);
            make(fault.effect as Parameters<typeof make>[0]);
            hit.resolve(place);
          } catch (error) {
            make("cut");
            hit.reject(error);
          }
        },
      };
    }
    return null;
  };

  return {
    arm: (fault) => {
      const hit = Promise.withResolvers<Hit>();
      // Whoever does not wait for it has not asked to be told.
      hit.promise.catch(() => {});
      armed.set(fault, hit);
      return { hit: hit.promise, disarm: () => armed.delete(fault) };
    },
    plan: (trip) => {
      for (const onTrip of watchers) onTrip(trip);
      return { before: take("before-send", trip), after: take("after-send", trip) };
    },
    watch: (onTrip) => watchers.add(onTrip),
    disarmAll: () => {
      armed.clear();
      watchers.clear();
    },
  };
}
