import { isIP } from "node:net";
import { type AllowList, opensPort } from "./allow-list.ts";
import { Refusal } from "./refusal.ts";

/** One place to connect to, taken from a URL once: nothing parses the text a second time. */
export type Target = { url: URL; hostname: string; port: number; isTls: boolean };

/** Longer addresses are data, not places. */
export const longestUrl = 2_048;

/**
 * Reads an address somebody else wrote and refuses what needs no lookup to be refused.
 * @throws Refusal
 */
export function judgeUrl(text: string, allow: AllowList, base?: URL): Target {
  if (text.length > longestUrl) throw new Refusal("malformed", "The address is too long");
  const url = URL.parse(text, base?.href);
  if (!url || url.href.length > longestUrl * 3) throw new Refusal("malformed", "Not an address");
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new Refusal("scheme", `Not fetched: ${url.protocol}`);
  if (url.username !== "" || url.password !== "") throw new Refusal("credentials", "The address carries a login");
  url.hash = "";
  const isTls = url.protocol === "https:";
  const port = url.port === "" ? (isTls ? 443 : 80) : Number(url.port);
  if (!opensPort(allow, port)) throw new Refusal("port", `Port ${port} is not for web pages`);
  const hostname = bareHostname(url);
  if (hostname === "") throw new Refusal("malformed", "The address names no host");
  // Where parts of the own network are opened, its names are of use, and their addresses decide.
  if (allow.length === 0 && isLocalName(hostname)) throw new Refusal("local-name", "A name of the own network");
  return { url, hostname, port, isTls };
}

/** Without the brackets of IPv6 and without the dots that may end a name. */
function bareHostname({ hostname }: URL): string {
  return hostname.startsWith("[") ? hostname.slice(1, -1) : hostname.replace(/\.+$/, "");
}

const localSuffix = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|onion)$/;

function isLocalName(hostname: string): boolean {
  return isIP(hostname) === 0 && (!hostname.includes(".") || localSuffix.test(hostname));
}
