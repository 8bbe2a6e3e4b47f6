import { once } from "node:events";
import { createServer, type AddressInfo, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { choosePorts } from "./choose-port.ts";

let squatter: Server;
let taken: number;
beforeAll(async () => {
  squatter = createServer().listen(0, "127.0.0.1");
  await once(squatter, "listening");
  taken = (squatter.address() as AddressInfo).port;
});
afterAll(() => squatter.close());

const web = { variable: "WEB_PORT", usual: 3000 };

test("a taken usual port is moved, and the remark says how to choose", async () => {
  const { web: moved } = await choosePorts({ web: { ...web, usual: taken } }, {});
  expect(moved.port).toBeGreaterThan(taken);
  expect(moved.remark).toContain("WEB_PORT");
});

test("a moved port keeps clear of the ports the other processes will use", async () => {
  const wishes = {
    web: { ...web, usual: taken },
    api: { variable: "API_PORT", usual: taken + 1 },
    worker: { variable: "WORKER_PORT", usual: taken + 2 },
  };
  const chosen = await choosePorts(wishes, { WORKER_PORT: String(taken + 4) });
  const ports = Object.values(chosen).map(({ port }) => port);
  expect(new Set(ports).size).toBe(3);
  expect(chosen.web.port).toBeGreaterThan(taken + 2);
  expect(chosen.worker.port).toBe(taken + 4);
});

test("a usual port that another process asks for by name is given up", async () => {
  const wishes = { web, api: { variable: "API_PORT", usual: taken } };
  const { web: first, api } = await choosePorts(wishes, { API_PORT: String(taken + 5) });
  expect([first.port, api.port]).toContain(taken + 5);
  const moved = await choosePorts(
    { web: { ...web, usual: taken + 5 }, api: wishes.api },
    { API_PORT: String(taken + 5) },
  );
  expect(moved.web.port).not.toBe(taken + 5);
});

test("a port somebody asked for is never moved", async () => {
  await expect(choosePorts({ web }, { WEB_PORT: String(taken) })).rejects.toThrow(
    `Port ${taken}, which WEB_PORT asks for, is taken`,
  );
});

test("one port asked for twice is refused, and both variables are named", async () => {
  const wishes = { web, api: { variable: "API_PORT", usual: 3001 } };
  const env = { WEB_PORT: String(taken + 6), API_PORT: String(taken + 6) };
  await expect(choosePorts(wishes, env)).rejects.toThrow("WEB_PORT and API_PORT both ask for port");
});

test.each(["zero", "0", "70000", "30.5"])("%s is no port", async (value) => {
  const api = { variable: "API_PORT", usual: 3001 };
  await expect(choosePorts({ api }, { API_PORT: value })).rejects.toThrow(/^API_PORT must be a port/);
});
