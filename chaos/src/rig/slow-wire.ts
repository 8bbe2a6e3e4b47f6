import net, { type AddressInfo, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { startWire, type Wire } from "@kanban/testing/wire";

/** A wire that can also take its time. */
export type SlowWire = Wire & {
  /** Milliseconds each piece of data is under way from now on, in both directions. */
  delay(ms: number): void;
};

/** Puts a slow stretch before a plain wire. */
export async function startSlowWire(serverUrl: string): Promise<SlowWire> {
  const wire = await startWire(serverUrl);
  const { hostname, port } = new URL(wire.url);
  let delayMs = 0;
  const open = new Set<Socket>();
  const carry = (from: Socket, to: Socket) => {
    let arrived = Promise.resolve();
    // One behind the other: a piece sent when the wire was slower must not be overtaken.
    const later = (arrive: () => void) => {
      const at = performance.now() + delayMs;
      arrived = arrived.then(async () => {
        const ms = at - performance.now();
        if (ms > 0) await delay(ms);
        arrive();
      });
    };
    open.add(from);
    from.on("data", (chunk) => later(() => to.write(chunk)));
    from.on("error", () => {});
    from.on("close", () => {
      open.delete(from);
      later(() => to.destroy());
    });
  };
  const server = net.createServer({ noDelay: true }, (near) => {
    const far = net.connect({ port: Number(port), host: hostname, noDelay: true });
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(serverUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...wire,
    url: url.href,
    delay: (ms) => {
      delayMs = ms;
    },
    stop: async () => {
      for (const socket of open) socket.destroy();
      await wire.stop();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
