import { session } from "./session.ts";

/** The key under which something is kept for whoever's page this is: another person on this browser sees none of it. */
export function ownerKey(name: string): string {
  return `${name}.${session.owner() ?? "nobody"}`;
}
