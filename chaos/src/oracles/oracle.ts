import type { Rig } from "../rig/open-rig.ts";

/** Looks at the databases when all is quiet and answers what is wrong, one sentence each; nothing when all is well. */
export type Oracle = (rig: Pick<Rig, "databases" | "ledger">) => Promise<string[]>;
