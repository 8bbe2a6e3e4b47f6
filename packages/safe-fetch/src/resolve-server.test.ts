import { expect, test } from "vitest";
import { parseAllowList } from "./allow-list.ts";
import { resolveServer } from "./resolve-server.ts";

const names: Record<string, string[]> = {
  "imap.example.com": ["93.184.216.34"],
  "rebound.example.com": ["93.184.216.34", "127.0.0.1"],
  "nas.home": ["192.168.1.5"],
  "mapped.example.com": ["::ffff:10.0.0.1"],
};
const resolve = async (name: string) => names[name] ?? Promise.reject(new Error("unknown"));
const ask = (hostname: string, port: number, allow = "") =>
  resolveServer({ hostname, port }, { allow: parseAllowList(allow), ports: [143, 993], resolve });

test("a public server is connected to by its checked address, on its usual ports only", async () => {
  expect(await ask("imap.example.com", 993)).toEqual({
    kind: "resolved",
    addresses: ["93.184.216.34"],
    isLocal: false,
  });
  expect(await ask("imap.example.com", 22)).toMatchObject({ kind: "refused" });
});

test.each(["rebound.example.com", "nas.home", "mapped.example.com", "127.0.0.1", "::1", "169.254.169.254"])(
  "%s is refused unless the list opens it",
  async (name) => {
    expect(await ask(name, 993)).toMatchObject({ kind: "refused", reason: "private-address" });
  },
);

test("the list opens a server of the own network, without a port on the usual ones", async () => {
  expect(await ask("nas.home", 993, "nas.home")).toMatchObject({ kind: "resolved", isLocal: true });
  expect(await ask("nas.home", 1993, "nas.home")).toMatchObject({ kind: "refused" });
  expect(await ask("nas.home", 1993, "192.168.1.0/24:1993")).toMatchObject({ kind: "resolved", isLocal: true });
  expect(await ask("nowhere.example.com", 993)).toMatchObject({ kind: "refused", reason: "dns" });
});
