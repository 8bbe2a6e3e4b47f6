import type { Pool, PoolClient } from "pg";
import { Prisma, type PrismaClient } from "./generated/client.ts";
import { statementName } from "./statement-name.ts";

export type { PoolClient } from "pg";

/**
 * Runs a tagged template inside the transaction and answers its rows, typed by the caller. Values are parameters,
 * fragments are `Prisma.sql`. A `bigint` comes as text or as a BigInt: read it with `Number`.
 */
export type SqlTag = <Row extends object>(strings: TemplateStringsArray, ...values: unknown[]) => Promise<Row[]>;

/** A transaction that speaks SQL. */
export type SqlTx = { sql: SqlTag };

/** A transaction that speaks SQL and Prisma: the usual one. */
export type ApiTx = Prisma.TransactionClient & SqlTx;

/** Runs `work` in one transaction of Prisma's and commits; whatever it throws rolls back and is thrown on. */
export async function runTransaction<Result>(db: PrismaClient, work: (tx: ApiTx) => Promise<Result>): Promise<Result> {
  return db.$transaction((tx) => {
    const sql: SqlTag = (strings, ...values) => tx.$queryRaw(strings, ...values);
    // Prisma's handle is a proxy that takes no new property: ours stands before it.
    return work(Object.create(tx, { sql: { value: sql } }) as ApiTx);
  });
}

/** A transaction that somebody else begins and ends, as one that speaks SQL. */
export function sqlTxOf(client: PoolClient): SqlTx {
  return { sql: sqlTagOf(client) };
}

/** The tag alone. Of a pool: each statement is a transaction of its own. */
export function sqlTagOf(client: Pick<PoolClient, "query">): SqlTag {
  return async (strings, ...values) => {
    const { text, values: parameters } = Prisma.sql(strings, ...values);
    const { rows } = await client.query({ name: statementName(text), text, values: parameters });
    return rows;
  };
}

/**
 * The same without Prisma, for what happens on every drag: its work around a transaction and each statement is more
 * than the statements' own (measured at eight connections: 3.2 ms of processor time for a move of a task, 1.6 so).
 */
export async function runSqlTransaction<Result>(pool: Pool, work: (tx: SqlTx) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let isBroken = false;
  try {
    await client.query("BEGIN");
    const result = await work(sqlTxOf(client));
    await client.query("COMMIT");
    return result;
  } catch (error) {
    // A connection that cannot roll back must not serve anybody else.
    await client.query("ROLLBACK").catch(() => (isBroken = true));
    throw error;
  } finally {
    client.release(isBroken);
  }
}
