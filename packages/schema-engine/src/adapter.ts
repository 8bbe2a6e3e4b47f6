import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { readCatalogueTypes } from "./catalogue-types.ts";
import type { Connection } from "./connection.ts";
import { waitForTurn } from "./wait-for-turn.ts";

/** Scratch databases left by a killed `migrate dev` carry this prefix and may be dropped by hand. */
const SCRATCH_PREFIX = "prisma_migrate_shadow_db_";

/** Opens the database for the engine, and on its demand a scratch database beside it that goes away again. */
export function createAdapterFactory(connection: Connection) {
  // One session: the engine takes an advisory lock in it and must find it again to let it go.
  const factory = new PrismaPg({ ...connection, max: 1 });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => prepare(await connect());
  // The adapter's own version drops the scratch database before it closes the pool into it, and PostgreSQL refuses.
  factory.connectToShadowDb = async () => {
    const database = `${SCRATCH_PREFIX}${randomUUID()}`;
    const beside = await factory.connect();
    await beside.executeScript(`CREATE DATABASE "${database}"`);
    const scratch = prepare(await new PrismaPg({ ...connection, database, max: 1 }).connect());
    const close = scratch.dispose.bind(scratch);
    scratch.dispose = async () => {
      await close();
      await beside.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`);
      await beside.dispose();
    };
    return scratch;
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}

const prepare = (adapter: PgAdapter) => readCatalogueTypes(sendScriptsWhole(adapter));

type PgAdapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/**
 * The adapter cuts a script at every semicolon, also inside comments and function bodies. Without parameters pg sends
 * a text as it stands, and PostgreSQL then runs it as one transaction: a migration applies whole or not at all.
 */
function sendScriptsWhole(adapter: PgAdapter): PgAdapter {
  adapter.executeScript = async (script) => {
    // Taken out of the pool, which would replace a connection after an error, and lose the engine's lock with it.
    const client = await adapter.underlyingDriver().connect();
    try {
      await waitForTurn(script, (sql) => client.query(sql));
    } catch (error) {
      throw describeFailure(error);
    } finally {
      client.release();
    }
  };
  return adapter;
}

/** PostgreSQL's words in the form the engine reads. */
function describeFailure(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code = "", severity = "ERROR", message, detail, column, hint } = error;
  const words = { originalCode: code, originalMessage: message };
  return new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint, ...words });
}
