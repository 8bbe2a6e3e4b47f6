import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool } from "pg";
import { type Prisma, PrismaClient } from "./generated/client.ts";

export type WorkerDb = PrismaClient;
/** What a transaction's queries go through. */
export type WorkerTx = Prisma.TransactionClient;
export { Prisma } from "./generated/client.ts";

/**
 * Prisma over connections the process already has: the pool, with its limits, is made and closed by whoever calls.
 * Connects on first use, so an absent server is an error of the first query, not of this call.
 */
export function createWorkerDb(pool: Pool): WorkerDb {
  return new PrismaClient({
    adapter: new PrismaPg(pool),
    // The server's own limits are shorter; these only end what hangs outside of it.
    transactionOptions: { maxWait: 4_000, timeout: 15_000 },
  });
}
