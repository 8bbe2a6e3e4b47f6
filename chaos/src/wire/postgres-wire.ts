import net, { type AddressInfo } from "node:net";
import { type Failpoint, failpointFault, nameMatches } from "./failpoint.ts";
import type { Fault } from "./fault.ts";
import { type Armed, createFaults } from "./faults.ts";
import { type Link, openLink } from "./link.ts";
import { type RoundTripFault, roundTripFault } from "./round-trip-fault.ts";

/** An armed fault that knows how often its place was passed since it was armed, up to and with its last hit. */
export type Counting = Armed & { matched(): number };

/** The way to a PostgreSQL server, with faults at will. */
export type PostgresWire = {
  port: number;
  /** A URL of the server, through this wire: whatever its role and database. */
  url(serverUrl: string): string;
  arm(failpoint: Failpoint): Counting;
  /** The n-th round trip from now on fails, and none after it. `matched()` counts them while it has not been hit. */
  failRoundTrip(fault: RoundTripFault): Counting;
  /** Counts round trips from now on. */
  countRoundTrips(applicationName: string | RegExp): () => number;
  disarmAll(): void;
  /** Makes every round trip longer. */
  setLatency(ms: number): void;
  /** Ends every connection; new ones are closed at once. */
  cut(): void;
  /** Whatever is sent is lost without a word, on these connections for ever; new ones are taken and never answered. */
  swallow(): void;
  /** New connections work again. */
  heal(): void;
  stop(): Promise<void>;
};

/** Puts a wire before the PostgreSQL server at `host` and `port`, which may come, go and come back. */
export async function startPostgresWire(server: { host: string; port: number }): Promise<PostgresWire> {
  const faults = createFaults();
  const links = new Set<Link>();
  let state: "whole" | "cut" | "swallowing" = "whole";
  let latencyMs = 0;
  const listener = net.createServer({ noDelay: true }, (near) => {
    if (state === "cut") return near.destroy();
    const link = openLink(near, {
      server,
      faults,
      latencyMs: () => latencyMs,
      onEnd: () => links.delete(link),
    });
    links.add(link);
    if (state === "swallowing") link.swallow();
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as AddressInfo;

  const armCounting = (fault: Fault & { matched(): number }): Counting => ({
    ...faults.arm(fault),
    matched: fault.matched,
  });
  const endAll = () => {
    for (const link of links) link.cut();
  };

  return {
    port,
    url: (serverUrl) => {
      const url = new URL(serverUrl);
      url.host = `127.0.0.1:${port}`;
      return url.href;
    },
    arm: (failpoint) => armCounting(failpointFault(failpoint)),
    failRoundTrip: (fault) => armCounting(roundTripFault(fault)),
    countRoundTrips: (applicationName) => {
      let count = 0;
      faults.watch((trip) => {
        if (trip.kind === "statements" && nameMatches(applicationName, trip.applicationName)) count++;
      });
      return () => count;
    },
    disarmAll: faults.disarmAll,
    setLatency: (ms) => {
      latencyMs = ms;
    },
    cut: () => {
      state = "cut";
      endAll();
    },
    swallow: () => {
      state = "swallowing";
      for (const link of links) link.swallow();
    },
    heal: () => {
      state = "whole";
    },
    stop: () => {
      endAll();
      return new Promise((resolve) => listener.close(() => resolve()));
    },
  };
}
