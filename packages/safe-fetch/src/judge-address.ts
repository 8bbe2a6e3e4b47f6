import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * Says what is wrong with connecting to an address, `null` when it is a public one. Decided by its bytes: an IPv4 address
 * hidden in an IPv6 one counts as what it leads to, whatever its spelling.
 */
export function judgeAddress(text: string): string | null {
  if (isIP(text) === 0) return "no IP address";
  const address = ipaddr.parse(text);
  return address.kind() === "ipv4" ? judgeV4(address) : judgeV6(address as ipaddr.IPv6);
}

function judgeV4(address: ipaddr.IPv4 | ipaddr.IPv6): string | null {
  const range = address.range();
  return range === "unicast" ? null : range;
}

function judgeV6(address: ipaddr.IPv6): string | null {
  const bytes = address.toByteArray();
  const range = address.range();
  if (range === "ipv4Mapped") return judgeV4(new ipaddr.IPv4(bytes.slice(12)));
  if (range === "6to4") return judgeV4(new ipaddr.IPv4(bytes.slice(2, 6)));
  // Of the translating prefixes only the well-known one says where the IPv4 address stands; 64:ff9b:1::/48 is local.
  if (address.match(wellKnownNat64)) return judgeV4(new ipaddr.IPv4(bytes.slice(12)));
  if (isIsatap(bytes)) return "isatap";
  if (range !== "unicast") return range;
  // Nothing outside of 2000::/3 is routed in public, and new special ranges will be made there.
  return (bytes[0]! & 0xe0) === 0x20 ? null : "not global";
}

const wellKnownNat64: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse("64:ff9b::"), 96];

/** An interface id that carries an IPv4 address of the own network (RFC 5214). No public site has one. */
function isIsatap(bytes: number[]): boolean {
  return (bytes[8]! & 0xfd) === 0 && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe;
}
