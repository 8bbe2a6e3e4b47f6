import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];
type Entry = { port: number | null } & ({ network: Network } | { host: string });

/** Parts of the own network that may be reached although they are not public. Empty unless an operator says otherwise. */
export type AllowList = readonly Entry[];

export const usualPorts: readonly number[] = [80, 443];

/** What a name in the list may stand for. Link-local addresses, where clouds keep their secrets, need a network. */
const openedByName = new Set(["private", "uniqueLocal", "carrierGradeNat", "loopback"]);

/**
 * Reads a list such as `192.168.1.0/24, nas.home:5000, [fd00::5]:8080`. Without a port an entry opens 80 and 443.
 * @throws Error naming the entry that cannot be read.
 */
export function parseAllowList(text: string): AllowList {
  return text
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .map(parseEntry);
}

function parseEntry(text: string): Entry {
  const parts =
    /^(?:\[(?<bracketed>[^\]]+)\]|(?<plain>[^:]+)|(?<bare>[0-9a-fA-F:.]+(?:\/\d+)?))(?::(?<port>\d{1,5}))?$/.exec(
      text,
    )?.groups;
  const name = parts?.["bracketed"] ?? parts?.["plain"] ?? parts?.["bare"];
  if (!parts || !name) throw new Error(`"${text}" is neither a network, an address nor a host name`);
  const port = parts["port"] === undefined ? null : Number(parts["port"]);
  if (port !== null && (port < 1 || port > 65_535)) throw new Error(`"${text}" has no valid port`);
  const network = parseNetwork(name);
  if (network) return { network, port };
  if (!/^(?=.{1,253}$)[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i.test(name) || /^[\d.]+$/.test(name))
    throw new Error(`"${text}" is neither a network, an address nor a host name`);
  return { host: name.toLowerCase(), port };
}

function parseNetwork(text: string): Network | null {
  const [address = "", bits] = text.split("/");
  if (isIP(address) === 0) return null;
  const parsed = ipaddr.parse(address);
  const longest = parsed.kind() === "ipv4" ? 32 : 128;
  const length = bits === undefined ? longest : Number(bits);
  if (!Number.isInteger(length) || length < 0 || length > longest)
    throw new Error(`"${text}" has no valid prefix length`);
  return [parsed, length];
}

/** Whether the list opens this address under this name and port. */
export function isAllowed(
  allow: AllowList,
  { hostname, port, address }: { hostname: string; port: number; address: string },
  ports: readonly number[] = usualPorts,
): boolean {
  const parsed = isIP(address) === 0 ? null : ipaddr.process(address);
  if (!parsed) return false;
  return allow.some((entry) => {
    if (entry.port === null ? !ports.includes(port) : entry.port !== port) return false;
    if ("host" in entry) return entry.host === hostname && openedByName.has(parsed.range());
    const [network, bits] = entry.network;
    return network.kind() === parsed.kind() && (parsed as ipaddr.IPv4).match(network, bits);
  });
}

/** Whether anything in the list has this port: all others are refused before a name is even looked up. */
export function opensPort(allow: AllowList, port: number): boolean {
  return usualPorts.includes(port) || allow.some((entry) => entry.port === port);
}
