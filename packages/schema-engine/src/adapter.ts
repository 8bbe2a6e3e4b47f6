import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import { readCatalogueTypes } from "./catalogue-types.ts";
import type { Connection } from "./connection.ts";

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

const prepare = <Adapter extends SqlDriverAdapter>(adapter: Adapter) => readCatalogueTypes(sendScriptsWhole(adapter));

/**
 * The adapter cuts a script at every semicolon, also inside comments and function bodies. Without parameters pg sends
 * a text as it stands, and PostgreSQL then runs it as one transaction: a migration applies whole or not at all.
 */
function sendScriptsWhole<Adapter extends SqlDriverAdapter>(adapter: Adapter): Adapter {
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
  };
  return adapter;
}
