import { BlockList, isIP, isIPv4 } from "node:net";

/** Set by the server on every request, over whatever the client sent under this name. */
export const clientAddressHeader = "x-kanban-client-address";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

const local = new BlockList();
local.addSubnet("127.0.0.0", 8, "ipv4");
local.addSubnet("10.0.0.0", 8, "ipv4");
local.addSubnet("172.16.0.0", 12, "ipv4");
local.addSubnet("192.168.0.0", 16, "ipv4");
local.addAddress("::1", "ipv6");
local.addSubnet("fc00::", 7, "ipv6");
local.addSubnet("fe80::", 10, "ipv6");

/** `::ffff:127.0.0.1` is how a dual-stack socket writes an IPv4 address. */
function unmapped(address: string): string {
  const plain = address.replace(/%.*$/, "").replace(/^::ffff:/i, "");
  return isIPv4(plain) ? plain : address.replace(/%.*$/, "");
}

function isIn(list: BlockList, address: string): boolean {
  const plain = unmapped(address);
  const family = isIP(plain);
  return family !== 0 && list.check(plain, family === 4 ? "ipv4" : "ipv6");
}

/** True for 127.0.0.0/8 and ::1 in any spelling; false for what is no address. */
export function isLoopbackAddress(address: string): boolean {
  return isIn(loopback, address);
}

/** True for `localhost`, `127.0.0.1` or `[::1]`, with or without a port. */
export function isLoopbackHost(host: string): boolean {
  const match = /^(\[[^\]]+\]|[^:]+)(:\d{1,5})?$/.exec(host.trim().toLowerCase());
  const name = match?.[1] ?? "";
  return name === "localhost" || isLoopbackAddress(name.replace(/^\[|\]$/g, ""));
}

function hopsOf(forwardedFor: string | undefined): string[] {
  return (forwardedFor ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter((hop) => hop !== "");
}

/**
 * Who is asking, for counting attempts. `X-Forwarded-For` is believed only when the socket's own peer is near
 * (loopback or private: our web server or a proxy) and only its last `proxyHops` entries, which those servers wrote;
 * what stands before them anybody can invent.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, proxyHops: number): string {
  if (proxyHops === 0 || !isIn(local, peer)) return unmapped(peer);
  const hops = hopsOf(forwardedFor);
  const claimed = hops[Math.max(0, hops.length - proxyHops)];
  return claimed && isIP(unmapped(claimed)) ? unmapped(claimed) : unmapped(peer);
}

/** True when nothing about a request says that it came from another machine or was meant for another name. */
export function isFromThisMachine(request: {
  peer: string;
  forwardedFor: string | undefined;
  hosts: readonly (string | undefined)[];
}): boolean {
  return (
    isLoopbackAddress(request.peer) &&
    hopsOf(request.forwardedFor).every(isLoopbackAddress) &&
    request.hosts.every((host) => host === undefined || isLoopbackHost(host))
  );
}
