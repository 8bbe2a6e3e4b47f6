import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { expect, test } from "vitest";
import { findFreePort, isPortFree } from "./free-port.ts";

test("a port somebody listens on is passed over", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  try {
    expect(await isPortFree(port)).toBe(false);
    expect(await findFreePort(port)).toBeGreaterThan(port);
  } finally {
    taken.close();
  }
});

test("for port 0 the system picks a free one", async () => {
  const port = await findFreePort(0);
  expect(port).toBeGreaterThan(0);
  expect(await isPortFree(port)).toBe(true);
});
