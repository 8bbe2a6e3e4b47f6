import { once } from "node:events";
import { createServer, type AddressInfo, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { choosePort } from "./choose-port.ts";

let squatter: Server;
let taken: number;
beforeAll(async () => {
  squatter = createServer().listen(0, "127.0.0.1");
  await once(squatter, "listening");
  taken = (squatter.address() as AddressInfo).port;
});
afterAll(() => squatter.close());

test("a taken usual port is moved, and the remark says how to choose", async () => {
  const { port, remark } = await choosePort("WEB_PORT", taken, {});
  expect(port).toBeGreaterThan(taken);
  expect(remark).toContain("WEB_PORT");
});

test("a port somebody asked for is never moved", async () => {
  await expect(choosePort("WEB_PORT", 3000, { WEB_PORT: String(taken) })).rejects.toThrow(
    `Port ${taken}, which WEB_PORT asks for, is taken`,
  );
});

test.each(["zero", "0", "70000", "30.5"])("%s is no port", async (value) => {
  await expect(choosePort("API_PORT", 3001, { API_PORT: value })).rejects.toThrow(/^API_PORT must be a port/);
});
