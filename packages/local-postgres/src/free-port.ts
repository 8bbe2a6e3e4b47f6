import { createServer } from "node:net";

const HIGHEST_PORT = 65_535;

/** True when nothing listens on this port of the loopback interface. Port 0 is always free. */
export function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * The first free port from `wanted` upwards; for 0, one the system picks.
 * Another process may take it before we listen, so the caller still has to expect a refusal.
 */
export async function findFreePort(wanted: number, host = "127.0.0.1"): Promise<number> {
  if (wanted === 0) return pickAnyPort(host);
  for (let port = wanted; port <= HIGHEST_PORT; port += 1) {
    if (await isPortFree(port, host)) return port;
  }
  throw new Error(`No free port from ${wanted} upwards on ${host}.`);
}

function pickAnyPort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host }, () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
