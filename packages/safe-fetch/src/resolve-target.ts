import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { type AllowList, isAllowed, usualPorts } from "./allow-list.ts";
import type { Target } from "./judge-url.ts";
import { Refusal } from "./refusal.ts";

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<string[]>;

export const resolveBySystem: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address }) => address);

/**
 * The addresses of a target, each of them checked: one that is not public condemns the name, because nobody can say
 * which one a connection would take. Whoever connects uses these and never asks for the name again.
 * @throws Refusal
 */
export async function resolveTarget(
  { hostname, port }: Pick<Target, "hostname" | "port">,
  {
    allow,
    resolve,
    judge,
    ports = usualPorts,
  }: {
    allow: AllowList;
    resolve: Resolve;
    judge: (address: string) => string | null;
    /** Those that may be connected to in public, and that an entry of the list without a port opens. */
    ports?: readonly number[];
  },
): Promise<string[]> {
  const addresses = isIP(hostname) === 0 ? await resolveName(hostname, resolve) : [hostname];
  if (addresses.length === 0) throw new Refusal("dns", "The name has no address");
  for (const address of addresses) {
    if (isAllowed(allow, { hostname, port, address }, ports)) continue;
    const fault = judge(address);
    if (fault !== null) throw new Refusal("private-address", `Leads to an address that is not public (${fault})`);
    if (!ports.includes(port)) throw new Refusal("port", `Port ${port} is not for that`);
  }
  // Networks without IPv6 are more common than those without IPv4, and a try costs seconds.
  return addresses.toSorted((one, other) => isIP(one) - isIP(other));
}

async function resolveName(hostname: string, resolve: Resolve): Promise<string[]> {
  try {
    return await resolve(hostname);
  } catch (error) {
    const isTemporary = (error as NodeJS.ErrnoException).code === "EAI_AGAIN";
    throw new Refusal("dns", "The name is not known", { isTemporary });
  }
}
