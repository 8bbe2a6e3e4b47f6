import type { AllowList } from "./allow-list.ts";
import { judgeAddress } from "./judge-address.ts";
import { Refusal } from "./refusal.ts";
import { type Resolve, resolveBySystem, resolveTarget } from "./resolve-target.ts";

export type ResolvedServer =
  /** `isLocal`: of the own network, which the list has opened. */
  | { kind: "resolved"; addresses: string[]; isLocal: boolean }
  | { kind: "refused"; reason: "dns" | "private-address"; message: string };

/**
 * The addresses of a server somebody named that is no web server, judged as those of pages are. Whoever connects uses
 * these, and never asks for the name again. `ports` are those that may be connected to in public.
 */
export async function resolveServer(
  { hostname, port }: { hostname: string; port: number },
  { allow, ports, resolve = resolveBySystem }: { allow: AllowList; ports: readonly number[]; resolve?: Resolve },
): Promise<ResolvedServer> {
  try {
    const addresses = await resolveTarget({ hostname, port }, { allow, ports, resolve, judge: judgeAddress });
    return { kind: "resolved", addresses, isLocal: addresses.some((address) => judgeAddress(address) !== null) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { kind: "refused", reason: error.reason === "dns" ? "dns" : "private-address", message: error.message };
  }
}
